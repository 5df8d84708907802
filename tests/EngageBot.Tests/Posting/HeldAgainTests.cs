using EngageBot.Conversing;
using EngageBot.Model;
using EngageBot.Posting;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Posting;

/// <summary>A reply that did not go out after all, while the talk went on in the same moment.</summary>
public sealed class HeldAgainTests
{
    [Fact]
    public async Task A_reply_that_is_put_off_in_the_moment_in_which_they_write_again_comes_back_to_the_desk()
    {
        await using var line = await TestLine.StartAsync(Engine.PostgreSql);
        var seen = await line.ApprovedAsync();
        var item = (await line.Get<Outbox>().ClaimAsync(CancellationToken.None))!;
        var (raised, mayCommit) = (new TaskCompletionSource(), new TaskCompletionSource());
        var turn = line.Database.WriteAsync(
            async session =>
            {
                var conversationId = await session.FirstOrDefaultAsync<string>(
                    "UPDATE conversation SET version = version + 1 WHERE id = (SELECT conversation_id FROM mention WHERE id = @Id) RETURNING id", new { seen.Mention.Id });
                await line.Get<HeldReplies>().VoidAsync(session, conversationId!, "they wrote again before the reply left");
                raised.SetResult();
                await mayCommit.Task;
                return true;
            },
            CancellationToken.None);
        await raised.Task;
        var putOff = line.Get<Outcomes>().RecordAsync(item, new PostOutcome.Unreachable("refused"), CancellationToken.None);
        while (!putOff.IsCompleted && await line.CountAsync("SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()") == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        mayCommit.SetResult();
        await Task.WhenAll(turn, putOff);
        Assert.Equal(MentionState.Waiting, await line.StateAsync(seen));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Who_asked_us_to_stop_while_a_reply_was_on_its_way_is_left_alone_when_it_is_put_off(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.ApprovedAsync();
        var item = (await line.Get<Outbox>().ClaimAsync(CancellationToken.None))!;
        line.Writes("@HarbourTheatre stop replying to me");
        await line.ListenAsync();
        await line.Get<Outcomes>().RecordAsync(item, new PostOutcome.Unreachable("refused"), CancellationToken.None);
        Assert.Equal(MentionState.Withdrawn, await line.StateAsync(seen));
    }
}
