using EngageBot.Language;
using EngageBot.Model;

namespace EngageBot.Approving.Finding;

/// <summary>What somebody looks for: words, “words in a row”, and <c>from:@x</c>, <c>lang:de</c>, <c>is:answered</c>.</summary>
/// <param name="Terms">All must stand in what is found; several words of one term stand in a row.</param>
/// <param name="Beginning">The last word of the last term may go on.</param>
/// <param name="Problem">What cannot be understood, in a sentence; nothing is looked for then.</param>
internal sealed record SearchQuery(
    IReadOnlyList<IReadOnlyList<string>> Terms, bool Beginning, string? From = null, string? Language = null, MentionState? State = null, string? Problem = null)
{
    private const int MostTerms = 12;
    private const int Longest = 200;

    /// <summary>Nothing to look for.</summary>
    public bool IsEmpty => Terms.Count == 0 && From is null && Language is null && State is null;

    public static SearchQuery Parse(string text)
    {
        var query = new SearchQuery([], false);
        foreach (var (part, isQuoted) in Parts(text.Length > Longest ? text[..Longest] : text))
            query = isQuoted ? query.Add(part, false) : query.AddPart(part);
        return query;
    }

    private SearchQuery AddPart(string part) => part.Split(':', 2) switch
    {
        [var name, { Length: > 0 } value] when Is(name, "from") => this with { From = value.TrimStart('@').ToLowerInvariant() },
        [var name, { Length: > 0 } value] when Is(name, "lang") => this with { Language = value.ToLowerInvariant() },
        [var name, { Length: > 0 } value] when Is(name, "is") => Words.TryParse<MentionState>(value, out var state)
            ? this with { State = state }
            : this with { Problem = $"'is:{value}' is not understood. Use one of: {string.Join(", ", Enum.GetValues<MentionState>().Select(Words.Of))}." },
        _ => Add(part, true),
    };

    private SearchQuery Add(string part, bool beginning)
    {
        var words = Folding.Split(part).Select(word => word.Text).ToList();
        return words.Count == 0 || Terms.Count == MostTerms ? this : this with { Terms = [.. Terms, words], Beginning = beginning };
    }

    private static bool Is(string name, string word) => name.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<(string Part, bool IsQuoted)> Parts(string text)
    {
        var pieces = text.Split('"', '“', '”', '„', '«', '»');
        for (var index = 0; index < pieces.Length; index++)
        {
            if (index % 2 == 1)
                yield return (pieces[index], true);
            else
                foreach (var part in pieces[index].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                    yield return (part, false);
        }
    }
}
