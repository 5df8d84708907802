using EngageBot.Model;
using EngageBot.Networks;
using EngageBot.Storage;

namespace EngageBot.Reporting;

/// <summary>
/// Holds the replies that we call sent against what our own timeline shows, and the mentions that we hold against those that the network
/// shows. Every difference is named by its post.
/// </summary>
internal sealed class Reconciliation(INetwork network, HeldMentions mentions, AccountStore accounts, Database database)
{
    // Our clock and the network's may differ, and an attempt takes its time.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public async Task<Comparison> OfAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var whole = new Comparison(0, 0, []);
        foreach (var standing in await accounts.AllAsync(cancellationToken))
        {
            var outcome = await network.OwnPostsSinceAsync(standing.Account, from - Slack, cancellationToken);
            whole = outcome is ReadOutcome<IReadOnlyList<Post>>.Read { Value: var posts }
                ? whole.With(await CompareAsync(standing.Account, posts, from, until, cancellationToken)).With(await mentions.OfAsync(standing, from, until, cancellationToken))
                : whole with { Problem = outcome.Why() };
        }
        return whole;
    }

    private async Task<Comparison> CompareAsync(Account account, IReadOnlyList<Post> posts, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var replies = await database.ReadAsync(
            session => session.QueryAsync<Row>(
                "SELECT target_post_id AS Target, text AS Text, state AS State, post_id AS PostId, attempted_at AS AttemptedAt FROM reply WHERE account_id = @Id AND attempted_at >= @since",
                new { account.Id, since = (from - Day).ToUnixTimeMilliseconds() }),
            cancellationToken);
        var known = replies.Where(reply => reply.PostId is not null).Select(reply => reply.PostId!).ToHashSet();
        var shown = posts.Select(post => post.Id).ToHashSet();
        var others = posts.Where(post => post.PostedAt >= from && post.PostedAt < until && !known.Contains(post.Id)).ToList();
        var unknown = others.Where(post => replies.Any(reply => reply.Target == post.InReplyTo && network.SaysTheSame(reply.Text, post.Text))).ToList();
        var sent = replies.Where(reply => reply.State == "sent" && Moment.Of(reply.AttemptedAt) >= from && Moment.Of(reply.AttemptedAt) < until).ToList();
        var (missing, problem) = await GoneAsync(account, [.. sent.Select(reply => reply.PostId!).Where(id => !shown.Contains(id))], cancellationToken);
        return new Comparison(sent.Count, others.Count - unknown.Count,
        [
            .. missing.Select(id => new Difference(id, DifferenceKind.NotShown)),
            .. unknown.Select(post => new Difference(post.Id, DifferenceKind.NotKnown)),
        ], problem);
    }

    /// <summary>Outside of the stretch that was read they may still be there: our clock may have been wrong when they went out.</summary>
    private async Task<(IEnumerable<string> Ids, string? Problem)> GoneAsync(Account account, IReadOnlyCollection<string> postIds, CancellationToken cancellationToken)
    {
        if (postIds.Count == 0)
            return ([], null);
        var outcome = await network.StillThereAsync(account, postIds, cancellationToken);
        return outcome is ReadOutcome<IReadOnlySet<string>>.Read { Value: var there } ? (postIds.Where(id => !there.Contains(id)), null) : ([], outcome.Why());
    }

    private sealed record Row(string Target, string Text, string State, string? PostId, long AttemptedAt);
}
