using EngageBot.Networks;
using EngageBot.Storage;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Listening;

/// <summary>More people wrote between two looks than the network's timeline holds.</summary>
public sealed class DepthTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task What_sank_below_the_timeline_is_brought_by_the_search(Engine engine)
    {
        await using var line = await CrowdedAsync(engine);
        Assert.Equal(35, (await line.ListenAsync()).Fresh);
        Assert.Null((await line.Get<AccountStore>().AllAsync(CancellationToken.None))[0].Gap);
    }

    [Fact]
    public async Task A_search_that_fails_for_now_is_asked_again_before_anything_is_called_read()
    {
        await using var line = await CrowdedAsync(Engine.Sqlite);
        line.Network.SearchAnswers.Enqueue(new ReadOutcome<MentionPage>.Failed("503"));
        await line.ListenAsync();
        await line.ListenAsync();
        Assert.Equal(36, await line.CountAsync("SELECT COUNT(*) FROM mention"));
    }

    [Fact]
    public async Task What_nobody_can_bring_any_more_is_told_at_the_desk_and_reading_goes_on()
    {
        await using var line = await CrowdedAsync(Engine.Sqlite);
        line.Network.SearchAnswers.Enqueue(new ReadOutcome<MentionPage>.Halted("X does not answer this question."));
        Assert.Equal(20, (await line.ListenAsync()).Fresh);
        var gap = (await line.Get<AccountStore>().AllAsync(CancellationToken.None))[0].Gap;
        Assert.Contains("between 2026-05-31 18:00 and 2026-05-31 18:", gap, StringComparison.Ordinal);
        line.Writes(author: "later");
        Assert.Equal(1, (await line.ListenAsync()).Fresh);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task What_sinks_below_the_timeline_while_we_walk_down_is_brought_by_the_search(Engine engine)
    {
        await using var line = await CrowdedAsync(engine, 15);
        line.Network.AfterPages.Enqueue(() => Write(line, 12));
        Assert.Equal(15, (await line.ListenAsync()).Fresh);
        Assert.Equal(12, (await line.ListenAsync()).Fresh);
    }

    [Fact]
    public async Task A_search_that_is_not_to_be_had_is_no_gap_where_nothing_says_that_something_is_missing()
    {
        await using var line = await CrowdedAsync(Engine.Sqlite, 15);
        line.Network.SearchAnswers.Enqueue(new ReadOutcome<MentionPage>.Halted("X does not answer this question."));
        Assert.Equal((15, null), ((await line.ListenAsync()).Fresh, (await line.Get<AccountStore>().AllAsync(CancellationToken.None))[0].Gap));
    }

    private static async Task<TestLine> CrowdedAsync(Engine engine, int mentions = 35)
    {
        var line = await TestLine.StartAsync(engine);
        await line.WaitingAsync();
        (line.Network.PageSize, line.Network.MentionsDepth) = (10, 20);
        Write(line, mentions);
        return line;
    }

    private static void Write(TestLine line, int mentions)
    {
        for (var number = 0; number < mentions; number++)
        {
            line.Clock.Advance(TimeSpan.FromSeconds(1));
            line.Writes($"@HarbourTheatre hello number {number}", author: $"f{number}");
        }
    }
}
