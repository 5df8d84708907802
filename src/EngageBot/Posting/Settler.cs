using System.Collections.Concurrent;
using EngageBot.Model;
using EngageBot.Storage;
using Microsoft.Extensions.Options;

namespace EngageBot.Posting;

/// <summary>Finds out what became of unclear attempts, and of attempts that a crash interrupted. It never sends anything.</summary>
internal sealed partial class Settler(Database database, Journal journal, Outcomes outcomes, TimelineEvidence evidence, Bell bell, TimeProvider clock, IOptions<PostingOptions> options, ILogger<Settler> logger)
{
    // Well beyond the longest attempt, so that a living attempt is never written off.
    private static readonly TimeSpan Abandoned = TimeSpan.FromSeconds(60);
    private readonly ConcurrentDictionary<string, long> firstLooks = new();

    /// <summary>How many replies are still unclear afterwards.</summary>
    public async Task<int> SettleAsync(CancellationToken cancellationToken)
    {
        await FindAbandonedAsync((clock.GetUtcNow() - Abandoned).ToUnixTimeMilliseconds(), cancellationToken);
        var unclear = await UnclearAsync(cancellationToken);
        foreach (var known in firstLooks.Keys.Except(unclear.Select(item => item.Id)))
            firstLooks.TryRemove(known, out _);
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
        var age = AgeOf(item);
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

    /// <summary>An attempt that lies ahead was noted by a clock that has been set right since; then its age counts from our first look at it.</summary>
    private TimeSpan AgeOf(OutboxItem item)
    {
        var age = clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(item.AttemptedAt);
        return age >= TimeSpan.Zero ? age : clock.GetElapsedTime(firstLooks.GetOrAdd(item.Id, _ => clock.GetTimestamp()));
    }

    /// <summary>
    /// What the last run of the program left behind. A database file has one program, so whatever is being sent there was interrupted;
    /// on a server another replica may be at it.
    /// </summary>
    public async Task RecoverAsync(DateTimeOffset started, CancellationToken cancellationToken)
    {
        if (database.Options.IsSqlite)
            await FindAbandonedAsync(started.ToUnixTimeMilliseconds(), cancellationToken);
        var found = await database.ReadAsync(
            session => session.FirstOrDefaultAsync<LeftBehind>(
                """
                SELECT (SELECT COUNT(*) FROM reply WHERE state = 'held') AS Held,
                       (SELECT COUNT(*) FROM reply WHERE state = 'sending') AS Sending,
                       (SELECT COUNT(*) FROM reply WHERE state = 'unclear') AS Unclear
                """),
            cancellationToken);
        if (found is not { Held: 0, Sending: 0, Unclear: 0 })
            LogLeftBehind(found!.Held, found.Unclear, found.Sending);
    }

    /// <summary>
    /// A row that says <c>sending</c> long after the longest attempt belongs to a process that died; so does one of a time to come,
    /// unless another replica's clock is ahead, whose outcome is then taken all the same.
    /// </summary>
    private Task<int> FindAbandonedAsync(long before, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                const string Problem = "EngageBot stopped in the middle of posting this.";
                var abandoned = await session.QueryAsync<string>(
                    "UPDATE reply SET state = 'unclear', state_since = @now, problem = @Problem WHERE state = 'sending' AND (attempted_at < @before OR attempted_at > @ahead) RETURNING mention_id",
                    new { now = clock.Milliseconds(), Problem, before, ahead = clock.Milliseconds() + (long)Abandoned.TotalMilliseconds });
                foreach (var mentionId in abandoned)
                    await journal.AppendAsync(session, Journal.Engine, mentionId, "unclear", MentionState.Answering, MentionState.Answering, Problem);
                return abandoned.Count;
            },
            cancellationToken);

    private async Task<IReadOnlyList<OutboxItem>> UnclearAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<Row>(
                """
                SELECT reply.id AS Id, reply.mention_id AS MentionId, reply.target_post_id AS TargetPostId, reply.text AS Text, reply.attempted_at AS AttemptedAt, mention.posted_at AS TargetPostedAt,
                       account.id AS AccountId, account.network AS Network, account.user_id AS UserId, account.handle AS Handle, account.name AS Name
                FROM reply JOIN account ON account.id = reply.account_id JOIN mention ON mention.id = reply.mention_id
                WHERE reply.state = 'unclear' ORDER BY reply.attempted_at
                """),
            cancellationToken);
        return [.. rows.Select(row => new OutboxItem(
            row.Id, row.MentionId, new Account(row.AccountId, row.Network, new Person(row.UserId, row.Handle, row.Name)), row.TargetPostId, row.Text, row.AttemptedAt, row.TargetPostedAt, false))];
    }

    private static async Task<bool> Done(Task task)
    {
        await task;
        return true;
    }

    private sealed record Row(
        string Id, string MentionId, string TargetPostId, string Text, long AttemptedAt, long TargetPostedAt, string AccountId, string Network, string UserId, string Handle, string Name);

    private sealed record LeftBehind(long Held, long Sending, long Unclear);

    [LoggerMessage(LogLevel.Information, "From the last run: {Held} approved replies still to go out, {Unclear} whose fate our timeline will tell, {Sending} that another replica may be sending")]
    private partial void LogLeftBehind(long held, long unclear, long sending);

    [LoggerMessage(LogLevel.Information, "Reply {ReplyId} is public after all")]
    private partial void LogFound(string replyId);

    [LoggerMessage(LogLevel.Warning, "Reply {ReplyId} never appeared on our timeline; it waits for a person")]
    private partial void LogGivenUp(string replyId);
}
