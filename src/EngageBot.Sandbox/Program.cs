using EngageBot.Sandbox.Hosting;

namespace EngageBot.Sandbox;

// Not top-level statements: their Program would be public and hide EngageBot's own from the tests.
internal static class Program
{
    private const int WrongUsage = 2;

    private static async Task<int> Main(string[] args)
    {
        var parsed = new SandboxCommand().Create().Parse(args);
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync();
        await Console.Error.WriteLineAsync(parsed.Errors[0].Message);
        return WrongUsage;
    }
}
