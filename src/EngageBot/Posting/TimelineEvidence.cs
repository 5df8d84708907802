using System.Diagnostics;
using EngageBot.Model;
using EngageBot.Networks;

namespace EngageBot.Posting;

/// <summary>Reads our own public timeline: the only witness of what became of an attempt.</summary>
internal sealed class TimelineEvidence(INetwork network)
{
    /// <summary>This reply, letter by letter as far as the network keeps letters.</summary>
    public Task<Evidence> FindAsync(OutboxItem item, CancellationToken cancellationToken) =>
        FindAsync(item, post => network.SaysTheSame(item.Text, post.Text), cancellationToken);

    /// <summary>Any reply of ours to the same mention.</summary>
    public Task<Evidence> FindAnyReplyAsync(OutboxItem item, CancellationToken cancellationToken) =>
        FindAsync(item, _ => true, cancellationToken);

    private async Task<Evidence> FindAsync(OutboxItem item, Func<Post, bool> matches, CancellationToken cancellationToken)
    {
        // The network's own time, since ours may be wrong: no reply is older than what it answers.
        var since = DateTimeOffset.FromUnixTimeMilliseconds(item.TargetPostedAt);
        return await network.OwnPostsSinceAsync(item.Account, since, cancellationToken) switch
        {
            ReadOutcome<IReadOnlyList<Post>>.Read(var posts) =>
                posts.FirstOrDefault(post => post.InReplyTo == item.TargetPostId && matches(post)) is { } found ? new Evidence.Found(found.Id) : new Evidence.Absent(),
            ReadOutcome<IReadOnlyList<Post>>.RateLimited(var until) => new Evidence.Unknown($"X asks us to wait until {until:t} UTC."),
            ReadOutcome<IReadOnlyList<Post>>.Failed(var reason) => new Evidence.Unknown(reason),
            ReadOutcome<IReadOnlyList<Post>>.Halted(var reason, _) => new Evidence.Unknown(reason),
            _ => throw new UnreachableException(),
        };
    }
}

/// <summary>What the timeline says.</summary>
internal abstract record Evidence
{
    private Evidence()
    {
    }

    /// <summary>It is public.</summary>
    public sealed record Found(string PostId) : Evidence;

    /// <summary>It was not there at the time of reading.</summary>
    public sealed record Absent : Evidence;

    /// <summary>The timeline could not be read.</summary>
    public sealed record Unknown(string Reason) : Evidence;
}
