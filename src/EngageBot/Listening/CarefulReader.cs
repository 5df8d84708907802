using EngageBot.Conversing;
using EngageBot.Drafting;
using EngageBot.Library;
using EngageBot.Model;
using EngageBot.Reading;

namespace EngageBot.Listening;

/// <summary>Reads and words one mention. What makes us stumble is set aside for a person with the reason; those behind it are not kept waiting.</summary>
internal sealed partial class CarefulReader(MentionReader reader, Drafter drafter, PromptLibrary library, TimeProvider clock, ILogger<CarefulReader> logger)
{
    private static readonly Understanding Unread = new(Intent.Unsure, 0, true, "und", ["EngageBot stumbled over this mention and made nothing of it. Please read it yourself."]);

    /// <summary>What needs nothing but the post.</summary>
    public PreparedPost Read(Account account, Post post)
    {
        try
        {
            var understanding = reader.Read(post, account);
            return new PreparedPost(post, understanding, drafter.LookUp(post, understanding, account, clock.GetUtcNow()));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogStumbled(post.Id, exception);
            return new PreparedPost(post, Unread, null);
        }
    }

    /// <summary>What hangs on the talk, too.</summary>
    /// <param name="landsAt">When a reply would be read that is approved now.</param>
    public Worded Word(Account account, PreparedPost prepared, Talk talk, DateTimeOffset landsAt)
    {
        var (post, understanding, finds) = prepared;
        if (finds is null)
            return SetAside;
        try
        {
            var voice = library.Current.Snapshot.Voice;
            var precedence = Precedence.Of(understanding.Intent, post.Text, TimeZoneInfo.ConvertTime(post.PostedAt, voice.TimeZone), talk.MetBefore || talk.OurTurns > 0) with
            {
                SenseUntil = Precedence.SenseOf(understanding.Intent, post.Text, post.PostedAt, voice.TimeZone, voice.Curtain),
            };
            _ = precedence.PlaceOf(post.PostedAt); // a post from the year 1 has no place before it
            return new Worded(understanding, drafter.Draft(post, understanding, account, talk, drafter.MomentFor(post, understanding, landsAt, clock.GetUtcNow()), finds), MentionState.Waiting, precedence);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogStumbled(post.Id, exception);
            return SetAside;
        }
    }

    private static Worded SetAside => new(Unread, new Draft([]), MentionState.NeedsAttention, Precedence.None);

    [LoggerMessage(LogLevel.Error, "Mention {PostId} could not be read; it waits for a person, the others go on")]
    private partial void LogStumbled(string postId, Exception exception);
}

/// <summary>A post, what it wants, and what the library has for it; null when nothing could be made of it.</summary>
internal sealed record PreparedPost(Post Post, Understanding Understanding, Finds? Finds);

/// <summary>A mention as it goes on the desk.</summary>
internal sealed record Worded(Understanding Understanding, Draft Draft, MentionState State, Precedence Precedence);
