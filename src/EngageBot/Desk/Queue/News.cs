using EngageBot.Approving;
using EngageBot.Desk.Letter;

namespace EngageBot.Desk.Queue;

/// <summary>What a colleague, the follower or the library did to a letter while it lay open.</summary>
/// <param name="Sentence">For the person whose letter it is.</param>
/// <param name="Stale">Only opening the letter again shows it.</param>
internal sealed record News(string Sentence, bool Stale)
{
    /// <summary>Null when nothing happened that matters; <paramref name="fresh"/> is null when the mention is gone.</summary>
    public static News? Of(OpenMention shown, OpenMention? fresh, string reader, DateTimeOffset now) => fresh switch
    {
        null => new("This mention is no longer here.", Stale: false),
        _ when fresh.Mention.State != shown.Mention.State =>
            new(Say.Faster(fresh.Journal[^1].Actor, fresh.Journal[^1].What, fresh.Journal[^1].At, reader, now), Stale: false),
        _ when fresh.Proposed is { } proposed && proposed.ProposedAt != shown.Proposed?.ProposedAt && !proposed.IsBy(reader) =>
            new($"{proposed.ProposedBy} proposed an answer to this. Have a look at it.", Stale: true),
        _ when fresh.Mention.ConversationVersion != shown.Mention.ConversationVersion => new("The conversation has moved on since you opened it.", Stale: true),
        _ when fresh.Mention.Understanding.Intent != shown.Mention.Understanding.Intent =>
            new($"A colleague says that this wants {Say.Intent(fresh.Mention.Understanding.Intent)}.", Stale: true),
        _ when !Wordings(fresh).SequenceEqual(Wordings(shown)) => new("The library has a new draft for this.", Stale: true),
        _ => null,
    };

    private static IEnumerable<string> Wordings(OpenMention letter) => letter.Draft.Wordings.Select(wording => wording.Text);
}
