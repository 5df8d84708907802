using EngageBot.Conversing;
using EngageBot.Model;
using EngageBot.Networks;
using EngageBot.Storage;
using Microsoft.Extensions.Options;

namespace EngageBot.Listening;

/// <summary>Asks the network whether stored mentions are still there, and forgets the words of those that are not.</summary>
internal sealed class Rechecks(INetwork network, Database database, Withdrawals withdrawals, Bell bell, TimeProvider clock, IOptions<ListeningOptions> options)
{
    /// <summary>In <c>checked_at</c>: it is looked up however old it is, because nobody can have told us that it was deleted.</summary>
    public const long WhateverItsAge = -1;

    private const int Batch = 100;

    /// <summary>Looks up the mentions that are due, those checked longest ago first.</summary>
    public async Task<Look> LookAsync(Account account, CancellationToken cancellationToken)
    {
        var withdrawn = 0;
        while (true)
        {
            var due = await DueAsync(account, cancellationToken);
            if (due.Count == 0)
                return new Look(withdrawn, null);
            var outcome = await network.StillThereAsync(account, [.. due.Select(mention => mention.PostId)], cancellationToken);
            if (outcome is not ReadOutcome<IReadOnlySet<string>>.Read { Value: var there })
                return Look.StoppedBy(outcome, withdrawn);
            withdrawn += await database.WriteAsync(session => NoteAsync(session, due, there), cancellationToken);
            bell.Ring(Topic.Mentions);
        }
    }

    private Task<IReadOnlyList<Due>> DueAsync(Account account, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.ReadAsync(
            session => session.QueryAsync<Due>(
                """
                SELECT id AS Id, post_id AS PostId FROM mention
                WHERE account_id = @Id AND checked_at < @checkedBefore AND (posted_at > @postedAfter OR checked_at < 0) AND text <> ''
                ORDER BY checked_at LIMIT @limit
                """,
                new
                {
                    account.Id,
                    checkedBefore = now.AddHours(-options.Value.RecheckEveryHours).ToUnixTimeMilliseconds(),
                    postedAfter = now.AddDays(-options.Value.RecheckDays).ToUnixTimeMilliseconds(),
                    limit = (long)Batch,
                }),
            cancellationToken);
    }

    private async Task<int> NoteAsync(Session session, IReadOnlyList<Due> due, IReadOnlySet<string> there)
    {
        foreach (var mention in due)
        {
            await session.ExecuteAsync("UPDATE mention SET checked_at = @now WHERE id = @Id", new { mention.Id, now = clock.Milliseconds() });
            if (!there.Contains(mention.PostId))
                await withdrawals.BecauseDeletedAsync(session, mention.Id);
        }
        return due.Count(mention => !there.Contains(mention.PostId));
    }

    private sealed record Due(string Id, string PostId);
}
