using System.Diagnostics;
using EngageBot.Tests.House;
using Xunit;

namespace EngageBot.Tests.Line;

/// <summary>A short share of the fault bench, and the proof that it finds what it looks for.</summary>
public sealed class FaultBenchTests(FaultBenchTests.Share share) : IClassFixture<FaultBenchTests.Share>
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public void Killed_cut_and_confused_it_keeps_its_promises_alone_and_as_two_replicas(string engine) => Assert.Equal("kept\t", share.Of(engine));

    [Theory]
    [InlineData("resend-on-timeout", "double post")]
    [InlineData("bookmark-before-insert", "lost mention")]
    [InlineData("no-guard-on-approve", "unseen")]
    [InlineData("stop-forgotten", "stop ignored")]
    public void A_bug_that_was_put_in_on_purpose_is_found(string bug, string flaw)
    {
        Assert.StartsWith("broken", share.Of(bug), StringComparison.Ordinal);
        Assert.Contains(flaw, share.Of(bug), StringComparison.Ordinal);
    }

    /// <summary>All of it is played at once, by the bench in a process of its own.</summary>
    public sealed class Share : IAsyncLifetime
    {
        private string told = "";
        private string trouble = "";

        public string Of(string part) =>
            told.Split('\n').FirstOrDefault(line => line.StartsWith(part + "\t", StringComparison.Ordinal))?[(part.Length + 1)..] ?? $"nothing was told: {trouble}";

        public async Task InitializeAsync()
        {
            var built = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
            var bench = Path.Combine(SourceTree.Root, "tests", "EngageBot.Benchmarks", "bin", built.Parent!.Name, built.Name, "EngageBot.Benchmarks.dll");
            using var process = Process.Start(new ProcessStartInfo("dotnet", [bench, "faults", "share"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            told = await process.StandardOutput.ReadToEndAsync();
            trouble = await errors;
            await process.WaitForExitAsync();
        }

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
