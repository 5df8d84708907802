using EngageBot.Sandbox.Followers;
using EngageBot.Sandbox.Square;

namespace EngageBot.Sandbox.Play;

/// <summary>Plays the followers of one account: lets them post at their pace, and answer when the account replies to them.</summary>
internal sealed class Director(Venue venue, User account, Troupe troupe, Opening opening, Pace pace)
{
    // Below the 800 that the mentions timeline can hold, so that nothing sinks out of reach.
    private const int LongestBacklog = 600;
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);

    private readonly PublicSquare square = venue.Square;
    private readonly Lock stage = new();
    private readonly long raised = venue.Clock.GetTimestamp();

    /// <summary>Runs until cancelled.</summary>
    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        foreach (var follower in troupe.Followers)
            square.Enrol(follower.Handle, follower.Name).Language = follower.Language;
        Action<Post> watch = post => _ = Task.Run(() => AnswerAsync(post, cancellationToken), CancellationToken.None);
        square.Posted += watch;
        try
        {
            await PostAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The curtain falls.
        }
        finally
        {
            square.Posted -= watch;
        }
    }

    private async Task PostAsync(CancellationToken cancellationToken)
    {
        // A speed of zero also holds the opening back.
        await pace.WaitAsync(TimeSpan.FromTicks(1), cancellationToken);
        var played = TimeSpan.Zero;
        for (var number = 0; ; number++)
        {
            var next = Next();
            var pause = number < opening.Burst ? TimeSpan.Zero
                : played < opening.Lasting ? opening.Every * (0.4 + (number * 0.618 % 1 * 1.2))
                : next.After;
            played += pause;
            await pace.WaitAsync(pause, cancellationToken);
            while (double.IsPositiveInfinity(pace.Factor) && venue.Readership.BacklogOf(account) >= LongestBacklog)
                await Task.Delay(Breath, venue.Clock, cancellationToken);
            Publish(next, inReplyTo: null);
        }
    }

    private async Task AnswerAsync(Post post, CancellationToken cancellationToken)
    {
        if (post.Author != account || post.InReplyTo is not { } theirs || troupe.Find(theirs.Author.Handle) is not { } follower)
            return;
        FollowerPost? answer;
        lock (stage)
            answer = troupe.Answer(follower, theirs.Typed, post.Typed, TurnOf(post));
        if (answer is null)
            return;
        try
        {
            await pace.WaitAsync(Soon(answer.After), cancellationToken);
            if (!post.IsDeleted)
                Publish(answer, post);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The talk ends with the play.
        }
    }

    /// <summary>Whoever tries it out should not wait minutes for the first answer.</summary>
    private TimeSpan Soon(TimeSpan after) => venue.Clock.GetElapsedTime(raised) < opening.Eager && after > opening.EagerAnswer ? opening.EagerAnswer : after;

    private FollowerPost Next()
    {
        lock (stage)
            return troupe.Next();
    }

    private void Publish(FollowerPost post, Post? inReplyTo)
    {
        if (square.FindUser(post.Author.Handle) is not { } author)
            return;
        square.Publish(new NewPost(author, post.Text)
        {
            InReplyTo = inReplyTo,
            Language = post.Author.Language,
            Late = venue.Faults.StrikeLateness(),
        });
    }

    private int TurnOf(Post reply)
    {
        var turn = 0;
        for (var above = reply; above is not null; above = above.InReplyTo)
            if (above.Author == account)
                turn++;
        return turn;
    }
}
