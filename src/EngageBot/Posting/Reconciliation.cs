using EngageBot.Model;
using EngageBot.Networks;
using EngageBot.Storage;

namespace EngageBot.Posting;

/// <summary>Holds the replies that we call sent against what our own timeline shows. Every difference is named by its post.</summary>
internal sealed class Reconciliation(INetwork network, AccountStore accounts, Database database)
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
                ? whole.With(await CompareAsync(standing.Account, posts, from, until, cancellationToken))
                : whole with { Problem = Why(outcome) };
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
        return outcome is ReadOutcome<IReadOnlySet<string>>.Read { Value: var there } ? (postIds.Where(id => !there.Contains(id)), null) : ([], Why(outcome));
    }

    private static string Why<T>(ReadOutcome<T> outcome) => outcome switch
    {
        ReadOutcome<T>.RateLimited(var until) => $"X asks us to wait until {until:t} UTC.",
        ReadOutcome<T>.Failed(var reason) => reason,
        ReadOutcome<T>.Halted(var reason, _) => reason,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private sealed record Row(string Target, string Text, string State, string? PostId, long AttemptedAt);
}

/// <summary>What the network shows beside what we call sent.</summary>
/// <param name="Sent">Replies we call sent.</param>
/// <param name="ByHand">Posts of ours that others made, by app or by hand.</param>
/// <param name="Problem">Why a timeline could not be read; null when all could.</param>
internal sealed record Comparison(int Sent, int ByHand, IReadOnlyList<Difference> Differences, string? Problem = null)
{
    public bool Agrees => Problem is null && Differences.Count == 0;

    public Comparison With(Comparison other) => new(Sent + other.Sent, ByHand + other.ByHand, [.. Differences, .. other.Differences], Problem ?? other.Problem);
}

/// <summary>One post on which the network and we disagree.</summary>
internal sealed record Difference(string PostId, DifferenceKind Kind);

/// <summary>How we disagree.</summary>
internal enum DifferenceKind
{
    /// <summary>We call it sent; our timeline does not show it. It was deleted, or X hides it.</summary>
    NotShown,

    /// <summary>Our timeline shows it; we do not call it sent.</summary>
    NotKnown,
}
