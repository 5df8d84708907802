using System.Diagnostics;
using EngageBot.Tests.House;
using Xunit;

namespace EngageBot.Tests.Line;

/// <summary>A short share of the fault bench, and the proof that it finds what it looks for.</summary>
public sealed class FaultBenchTests
{
    private const int Kept = 0;
    private const int Broken = 1;

    [Fact]
    public async Task Killed_cut_and_confused_it_keeps_its_promises() => Assert.Equal((Kept, ""), await PlayAsync("--runs", "2", "--seed", "1"));

    [Fact]
    public async Task Two_replicas_on_PostgreSQL_keep_them_together() =>
        Assert.Equal((Kept, ""), await PlayAsync("--runs", "1", "--seed", "4", "--engine", "postgres", "--replicas", "2"));

    [Theory]
    [InlineData("resend-on-timeout", 64)]
    [InlineData("bookmark-before-insert", 52)]
    [InlineData("no-guard-on-approve", 101)]
    public async Task A_bug_that_was_put_in_on_purpose_is_found(string bug, int seed)
    {
        var (verdict, told) = await PlayAsync("--runs", "50", "--seed", $"{seed}", "--side-by-side", "1", "--plant", bug);
        Assert.Equal(Broken, verdict);
        Assert.Contains("broke a promise", told, StringComparison.Ordinal);
    }

    private static async Task<(int Verdict, string Told)> PlayAsync(params string[] arguments)
    {
        var built = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var bench = Path.Combine(SourceTree.Root, "tests", "EngageBot.Benchmarks", "bin", built.Parent!.Name, built.Name, "EngageBot.Benchmarks.dll");
        var start = new ProcessStartInfo("dotnet", [bench, "faults", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync();
        var told = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, told);
    }
}
