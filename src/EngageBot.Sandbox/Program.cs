using EngageBot.Sandbox.Hosting;

namespace EngageBot.Sandbox;

// Not top-level statements: their Program would be public and hide EngageBot's own from the tests.
internal static class Program
{
    private static Task<int> Main(string[] args) => new SandboxCommand().Create().Parse(args).InvokeAsync();
}
