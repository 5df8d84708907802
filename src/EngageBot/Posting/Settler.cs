using EngageBot.Model;
using EngageBot.Storage;
using Microsoft.Extensions.Options;

namespace EngageBot.Posting;

/// <summary>Finds out what became of unclear attempts, and of attempts that a crash interrupted. It never sends anything.</summary>
internal sealed partial class Settler(Database database, Outcomes outcomes, TimelineEvidence evidence, Bell bell, TimeProvider clock, IOptions<PostingOptions> options, ILogger<Settler> logger)
{
    // Well beyond the longest attempt, so that a living attempt is never written off.
    private static readonly TimeSpan Abandoned = TimeSpan.FromSeconds(60);

    /// <summary>How many replies are still unclear afterwards.</summary>
    public async Task<int> SettleAsync(CancellationToken cancellationToken)
    {
        await FindAbandonedAsync(cancellationToken);
        var unclear = await UnclearAsync(cancellationToken);
        var settled = 0;
        foreach (var item in unclear)
            settled += await SettleAsync(item, cancellationToken) ? 1 : 0;
        if (settled > 0)
            bell.Ring(Topic.Mentions);
        return unclear.Count - settled;
    }

    private async Task<bool> SettleAsync(OutboxItem item, CancellationToken cancellationToken)
    {
        // Taken before reading: only a reading that began after the settling time proves absence.
        var age = clock.GetUtcNow() - Moment.Of(item.AttemptedAt);
        var found = await evidence.FindAsync(item, cancellationToken);
        Walk.Reached("posting.evidence", item.Id);
        switch (found)
        {
            case Evidence.Found(var postId):
                await database.WriteAsync(session => Done(outcomes.SentAsync(session, item, postId, "found-sent")), cancellationToken);
                LogFound(item.Id);
                return true;
            case Evidence.Absent when age >= TimeSpan.FromSeconds(options.Value.SettleSeconds):
                await database.WriteAsync(
                    session => Done(outcomes.EndAsync(session, item, "needs-attention", "X never confirmed this reply and it is not on our timeline. Approve it again if it should still go out.")),
                    cancellationToken);
                LogGivenUp(item.Id);
                return true;
            default:
                return false;
        }
    }

    /// <summary>A row that says <c>sending</c> long after the longest attempt belongs to a process that died.</summary>
    private Task<int> FindAbandonedAsync(CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                """
                UPDATE reply SET state = 'unclear', state_since = @now, problem = 'EngageBot stopped in the middle of posting this.'
                WHERE state = 'sending' AND attempted_at < @before
                """,
                new { now = clock.Milliseconds(), before = (clock.GetUtcNow() - Abandoned).ToUnixTimeMilliseconds() }),
            cancellationToken);

    private async Task<IReadOnlyList<OutboxItem>> UnclearAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<Row>(
                """
                SELECT reply.id AS Id, reply.mention_id AS MentionId, reply.target_post_id AS TargetPostId, reply.text AS Text, reply.attempted_at AS AttemptedAt,
                       account.id AS AccountId, account.network AS Network, account.user_id AS UserId, account.handle AS Handle, account.name AS Name
                FROM reply JOIN account ON account.id = reply.account_id
                WHERE reply.state = 'unclear' ORDER BY reply.attempted_at
                """),
            cancellationToken);
        return [.. rows.Select(row => new OutboxItem(
            row.Id, row.MentionId, new Account(row.AccountId, row.Network, new Person(row.UserId, row.Handle, row.Name)), row.TargetPostId, row.Text, row.AttemptedAt, false))];
    }

    private static async Task<bool> Done(Task task)
    {
        await task;
        return true;
    }

    private sealed record Row(
        string Id, string MentionId, string TargetPostId, string Text, long AttemptedAt, string AccountId, string Network, string UserId, string Handle, string Name);

    [LoggerMessage(LogLevel.Information, "Reply {ReplyId} is public after all")]
    private partial void LogFound(string replyId);

    [LoggerMessage(LogLevel.Warning, "Reply {ReplyId} never appeared on our timeline; it waits for a person")]
    private partial void LogGivenUp(string replyId);
}
