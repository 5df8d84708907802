using EngageBot.Language;
using EngageBot.Library;
using EngageBot.Storage;

namespace EngageBot.Approving.Knowing;

/// <summary>
/// Puts together what we know of a follower, anew each time and from what is stored: nothing is kept beside it, so what is deleted
/// is known no longer. A topic is only ever a word of our own library that they used themselves; nobody's traits are guessed.
/// </summary>
internal sealed class Acquaintances(Database database, PromptLibrary library)
{
    private const int MostTopics = 3;
    private const int MostTold = 4;
    private const int LookBack = 60;
    private const int LongestQuote = 90;

    /// <summary>Beside the mention that lies open: what was said in other talks, for its own lies open with it.</summary>
    public async Task<Acquaintance> OfAsync(string mentionId, CancellationToken cancellationToken)
    {
        var (said, told) = await database.ReadAsync(
            async session => (
                await session.QueryAsync<Saying>(
                    """
                    SELECT text AS Text, posted_at AS At FROM mention
                    WHERE talker_id = (SELECT talker_id FROM mention WHERE id = @mentionId) AND conversation_id <> (SELECT conversation_id FROM mention WHERE id = @mentionId)
                      AND state <> 'withdrawn' AND text <> ''
                    ORDER BY posted_at DESC LIMIT @limit
                    """,
                    new { mentionId, limit = (long)LookBack }),
                await session.QueryAsync<Saying>(
                    "SELECT sources AS Text, state_since AS At FROM reply WHERE talker_id = (SELECT talker_id FROM mention WHERE id = @mentionId) AND state = 'sent' ORDER BY approved_at DESC LIMIT @limit",
                    new { mentionId, limit = (long)LookBack })),
            cancellationToken);
        var words = library.Current.Snapshot;
        return new Acquaintance(Topics(said, words), Told(told, words));
    }

    private static IReadOnlyList<TheirTopic> Topics(IReadOnlyList<Saying> said, LibrarySnapshot words) =>
    [
        .. said.SelectMany(saying => NamesIn(saying.Text, words).Select(name => new TheirTopic(name, Quote(saying.Text), Moment.Of(saying.At))))
            .DistinctBy(topic => topic.Name.ToUpperInvariant())
            .Take(MostTopics),
    ];

    private static IEnumerable<string> NamesIn(string text, LibrarySnapshot words)
    {
        // the moon of "Herring Moon" is no topic of its own
        var used = PhraseList.WordsOf(words.Titles.Generalise(text)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return words.Titles.In(text).Concat(words.Snippets.SelectMany(snippet => snippet.Topics).Where(used.Contains));
    }

    private static IReadOnlyList<ToldThing> Told(IReadOnlyList<Saying> told, LibrarySnapshot words) =>
    [
        .. told.SelectMany(reply => Lines.Split(reply.Text).Where(IsKnowledge).Select(source => new ToldThing(source, NameOf(source, words), Moment.Of(reply.At))))
            .DistinctBy(thing => thing.Source)
            .Take(MostTold),
    ];

    private static string NameOf(string source, LibrarySnapshot words) =>
        words.Answers.FirstOrDefault(answer => answer.Id == source)?.Wordings[0]
        ?? (words.Snippets.FirstOrDefault(snippet => snippet.Id == source) is { } snippet ? $"{snippet.Teller}: {Quote(snippet.Text)}" : source[(source.IndexOf('/', StringComparison.Ordinal) + 1)..]);

    private static bool IsKnowledge(string source) =>
        source.StartsWith("answers/", StringComparison.Ordinal) || source.StartsWith("backstage/", StringComparison.Ordinal) || source.StartsWith("maker/", StringComparison.Ordinal);

    private static string Quote(string text) =>
        UnansweredQuestion.Bare(text) is var plain && plain.Length <= LongestQuote ? plain : string.Concat(UnansweredQuestion.Bare(text).EnumerateRunes().Take(LongestQuote)).TrimEnd() + "…";

    private sealed record Saying(string Text, long At);
}
