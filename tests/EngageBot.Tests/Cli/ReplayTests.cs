using Xunit;

namespace EngageBot.Tests.Cli;

public sealed class ReplayTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("engagebot-").FullName;

    [Fact]
    public async Task A_replay_that_is_killed_twice_and_repeated_stores_every_line_once()
    {
        var file = Path.Combine(folder, "season.tsv");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, 3_000).Select(number => $"m{number}\t@HarbourTheatre hello, this is number {number}"));
        var store = ("Storage__ConnectionString", $"Data Source={Path.Combine(folder, "replay.db")}");

        await EngageBotProgram.KillWhenAsync(["replay", file], line => line.StartsWith("700 of", StringComparison.Ordinal), store);
        await EngageBotProgram.KillWhenAsync(["replay", file], line => line.StartsWith("1400 of", StringComparison.Ordinal), store);
        var done = await EngageBotProgram.RunAsync(["replay", file], environment: store);

        Assert.Equal(0, done.ExitCode);
        Assert.StartsWith("replayed\t3000\nmissing\t0\nseen\t3000\n", done.Output, StringComparison.Ordinal);
        Assert.EndsWith("balanced\tyes\n", done.Output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
