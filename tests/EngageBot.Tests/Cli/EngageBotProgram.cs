using System.Diagnostics;

namespace EngageBot.Tests.Cli;

/// <summary>The real program as its own process, as a person starts it.</summary>
internal static class EngageBotProgram
{
    public static async Task<Finished> RunAsync(string[] arguments, string input = "", params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "EngageBot.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return new Finished(process.ExitCode, await output, await errors);
    }
}

/// <summary>What a finished program left behind.</summary>
internal sealed record Finished(int ExitCode, string Output, string Errors);
