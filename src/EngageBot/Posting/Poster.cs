using EngageBot.Model;
using EngageBot.Networks;
using EngageBot.Storage;
using Microsoft.Extensions.Options;

namespace EngageBot.Posting;

/// <summary>Sends one approved reply: claim, one attempt, outcome.</summary>
internal sealed partial class Poster(INetwork network, PictureUploads pictures, Outbox outbox, Outcomes outcomes, TimelineEvidence evidence, TimeProvider clock, IOptions<PostingOptions> options, ILogger<Poster> logger)
{
    // A process that slept between the claim and the attempt may already have been written off by another replica.
    private static readonly TimeSpan Staleness = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LastMoments = TimeSpan.FromSeconds(3);

    /// <summary>False when nothing was due.</summary>
    public async Task<bool> SendNextAsync(CancellationToken cancellationToken)
    {
        await pictures.UploadNextAsync(cancellationToken);
        if (await outbox.ClaimAsync(cancellationToken) is not { } item)
            return false;
        Walk.Reached("posting.claimed", item.Id);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.AttemptSeconds), clock);
        // Whoever stops us waits for the answer too, but not for long: what it was, our timeline tells at the next start.
        await using var hurry = cancellationToken.Register(() => patience.CancelAfter(LastMoments));
        var forerunner = item.HasDoubtfulForerunner ? await evidence.FindAnyReplyAsync(item, patience.Token) : new Evidence.Absent();
        if (forerunner is Evidence.Found(var postId))
        {
            await outcomes.RecordForerunnerAsync(item, postId, CancellationToken.None);
            return true;
        }
        var outcome = forerunner is Evidence.Unknown(var reason)
            ? new PostOutcome.Unreachable($"Before this reply goes out, our timeline must show that the one before it did not: {reason}")
            : await AttemptAsync(item, patience.Token);
        Walk.Reached("posting.answered", item.Id);
        // The reply may be public: whatever happens to the host now, its outcome must be written down.
        await outcomes.RecordAsync(item, outcome, CancellationToken.None);
        LogOutcome(item.Id, outcome.GetType().Name);
        return true;
    }

    private async Task<PostOutcome> AttemptAsync(OutboxItem item, CancellationToken patience)
    {
        if (clock.GetUtcNow().ToUnixTimeMilliseconds() - item.AttemptedAt > Staleness.TotalMilliseconds)
            return new PostOutcome.Unreachable("This computer was asleep or very busy; the reply goes out in a moment.");
        try
        {
            return item.MediaId is { } mediaId
                ? await network.ReplyAsync(item.Account, item.TargetPostId, item.Text, mediaId, patience)
                : await network.ReplyAsync(item.Account, item.TargetPostId, item.Text, patience);
        }
        catch (Exception exception)
        {
            // An implementation that breaks its promise must not leave the reply looking unsent.
            LogBrokenPromise(item.Id, exception);
            return new PostOutcome.Unclear("The attempt broke off; our timeline will tell whether it went out.");
        }
    }

    [LoggerMessage(LogLevel.Information, "Reply {ReplyId}: {Outcome}")]
    private partial void LogOutcome(string replyId, string outcome);

    [LoggerMessage(LogLevel.Error, "The attempt to post reply {ReplyId} threw")]
    private partial void LogBrokenPromise(string replyId, Exception exception);
}
