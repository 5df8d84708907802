using EngageBot.Approving;
using EngageBot.Desk.Letter;
using EngageBot.Desk.Translation;

namespace EngageBot.Desk.Queue;

/// <summary>What a colleague, the follower or the library did to a letter while it lay open.</summary>
/// <param name="Sentence">For the person whose letter it is.</param>
/// <param name="Stale">Only opening the letter again shows it.</param>
internal sealed record News(string Sentence, bool Stale)
{
    /// <summary>Null when nothing happened that matters; <paramref name="fresh"/> is null when the mention is gone.</summary>
    public static News? Of(OpenMention shown, OpenMention? fresh, string reader, DateTimeOffset now, Phrases phrases) => fresh switch
    {
        null => new(phrases["This mention is no longer here."], Stale: false),
        _ when fresh.Mention.State != shown.Mention.State =>
            Faster.Decisive(fresh.Journal) is var last ? new(Say.Faster(last.Actor, last.What, last.At, reader, now, phrases), Stale: false) : null,
        _ when fresh.Proposed is { } proposed && proposed.ProposedAt != shown.Proposed?.ProposedAt && !proposed.IsBy(reader) =>
            new(phrases["{0} proposed an answer to this. Have a look at it.", proposed.ProposedBy], Stale: true),
        _ when fresh.Mention.ConversationVersion != shown.Mention.ConversationVersion => new(phrases["The conversation has moved on since you opened it."], Stale: true),
        _ when fresh.Mention.Understanding.Intent != shown.Mention.Understanding.Intent =>
            new(phrases["A colleague says that this wants: {0}.", phrases[Say.Intent(fresh.Mention.Understanding.Intent)]], Stale: true),
        _ when fresh.Makers.FirstOrDefault(maker => maker.Words is not null && !shown.Makers.Any(known => known.Id == maker.Id && known.Words is not null)) is { } answered =>
            new(phrases["{0} has answered.", answered.Signature], Stale: true),
        _ when !Wordings(fresh).SequenceEqual(Wordings(shown)) => new(phrases["The library has a new draft for this."], Stale: true),
        _ => null,
    };

    private static IEnumerable<string> Wordings(OpenMention letter) => letter.Draft.Wordings.Select(wording => wording.Text);
}
