using System.Diagnostics;

namespace EngageBot.Tests.Cli;

/// <summary>The real program as its own process, as a person starts it.</summary>
internal static class EngageBotProgram
{
    public static async Task<Finished> RunAsync(string[] arguments, string input = "", params (string Name, string Value)[] environment)
    {
        using var process = Start(arguments, environment);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return new Finished(process.ExitCode, await output, await errors);
    }

    /// <summary>Runs until a line of its standard error says so, and is then killed as kill -9 does.</summary>
    public static async Task KillWhenAsync(string[] arguments, Func<string, bool> says, params (string Name, string Value)[] environment)
    {
        using var process = Start(arguments, environment);
        _ = process.StandardOutput.ReadToEndAsync();
        while (await process.StandardError.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(2)) is { } line && !says(line))
        {
        }
        process.Kill();
        await process.WaitForExitAsync();
    }

    private static Process Start(string[] arguments, (string Name, string Value)[] environment)
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
        return Process.Start(start)!;
    }
}

/// <summary>What a finished program left behind.</summary>
internal sealed record Finished(int ExitCode, string Output, string Errors);
