using EngageBot.Listening;
using EngageBot.Model;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Listening;

/// <summary>The network may show a mention after a newer one that was read already.</summary>
public sealed class LateMentionsTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task It_is_found_although_nothing_older_was_ever_heard(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var late = Hidden(line);
        await line.WaitingAsync(author: "newest");
        line.Network.Mentions.Add(late);
        line.Clock.Advance(TimeSpan.FromMinutes(11));
        await line.ListenAsync();
        Assert.Equal(1, await StoredAsync(line, late));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task It_is_found_after_an_hour_in_which_nobody_listened(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        await line.WaitingAsync(author: "early");
        line.Clock.Advance(TimeSpan.FromMinutes(20));
        await line.ListenAsync();
        var late = Hidden(line);
        await line.WaitingAsync(author: "newest");
        line.Network.Mentions.Add(late);
        line.Clock.Advance(TimeSpan.FromHours(1));
        await line.ListenAsync();
        Assert.Equal(1, await StoredAsync(line, late));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task It_is_found_though_the_last_look_stood_still_between_reading_and_storing(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        await line.WaitingAsync(author: "early");
        line.Clock.Advance(TimeSpan.FromMinutes(11));
        var late = Hidden(line);
        line.Network.AfterPages.Enqueue(() => line.Clock.Advance(TimeSpan.FromMinutes(16)));
        await line.WaitingAsync(author: "newest");
        line.Network.Mentions.Add(late);
        line.Clock.Advance(TimeSpan.FromMinutes(11));
        await line.ListenAsync();
        Assert.Equal(1, await StoredAsync(line, late));
    }

    [Fact]
    public void Where_money_is_missing_it_asks_again_long_before_the_next_billing_cycle()
    {
        var now = new DateTimeOffset(2026, 5, 31, 18, 0, 0, TimeSpan.Zero);
        Assert.Equal(TimeSpan.FromMinutes(15), new Look(0, null, "The spending limit is reached.", now.AddDays(12)).WaitFrom(now));
        Assert.Equal(TimeSpan.FromHours(1), new Look(0, null, null, now.AddHours(1)).WaitFrom(now));
    }

    private static Post Hidden(TestLine line)
    {
        var late = line.Writes(author: "late");
        line.Network.Mentions.Remove(late);
        return late;
    }

    private static Task<long> StoredAsync(TestLine line, Post post) => line.CountAsync($"SELECT COUNT(*) FROM mention WHERE post_id = '{post.Id}'");
}
