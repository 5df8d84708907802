using System.Text.RegularExpressions;
using EngageBot.Language;

namespace EngageBot.Library.Voice;

/// <summary>What only somebody says who has read the mention and knows the house.</summary>
internal static partial class Warmth
{
    private const int ShortestEcho = 4;
    private const int Stem = 5;
    private const int ShortestQuestion = 2;
    private static readonly string[] Sold = [LintRule.Call.Key, LintRule.Deal.Key, LintRule.Urgency.Key, LintRule.Praise.Key, LintRule.Wares.Key];
    private static readonly HashSet<string> German = ["der", "die", "das", "und", "ist", "wir", "ihr", "sie", "nicht", "ein", "eine", "für", "mit", "auf", "den", "im", "uns", "jetzt", "ihre", "unser", "unsere"];
    private static readonly HashSet<string> Empty = ["that", "this", "with", "what", "have", "were", "your", "they", "them", "just", "from", "been", "will", "would", "there", "their", "when", "where", "which", "about", "really", "very", "much", "some", "than", "then", "today", "tonight", "thank", "thanks", "like", "love", "loved", "great", "good", "time", "nicht", "noch", "sich", "eine", "einen", "einer", "sehr", "habe", "hatte", "auch", "aber", "danke", "schön", "mein", "meine", "euch", "eure", "gestern", "heute"];

    public static void Add(Tally tally, Speech speech, Findings found, Speech? mention, string? author)
    {
        tally.Add(LintRule.Name, Place(speech.Words.Where(word => IsTheirName(word, author))));
        tally.Add(LintRule.Echo, Echoes(speech, mention));
        tally.Add(LintRule.Question, Questions(speech, found).Take(1));
        tally.Add(LintRule.Detail, Details(speech).Take(1));
        if (SignOff().Match(speech.Text) is { Success: true } signed)
            tally.Add(LintRule.SignOff, [new Span(signed.Groups[1].Index, signed.Groups[1].Index + signed.Groups[1].Length)]);
    }

    private static bool IsTheirName(SpokenWord word, string? author) =>
        author?.Split(' ', 2)[0] is { Length: > 1 } first && string.Equals(word.Text, first, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Span> Echoes(Speech speech, Speech? mention)
    {
        if (mention is null)
            return [];
        var theirs = mention.Words.Where(IsTelling).Select(Stemmed).ToHashSet(StringComparer.Ordinal);
        return Place(speech.Words.Where(word => IsTelling(word) && theirs.Contains(Stemmed(word))));
    }

    private static bool IsTelling(SpokenWord word) => word.Text.Length >= ShortestEcho && !word.IsNumber && !Empty.Contains(word.Text);

    private static string Stemmed(SpokenWord word) => word.Text.Length > Stem ? word.Text[..Stem] : word.Text;

    /// <summary>Questions that sell nothing.</summary>
    private static IEnumerable<Span> Questions(Speech speech, Findings found)
    {
        foreach (var mark in speech.Tokens.Where(token => token is { Kind: TokenKind.Mark, Text: "?" }))
        {
            var words = speech.Words.Where(word => word.End <= mark.Start).ToList();
            var first = words.FindLastIndex(word => word.OpensSentence);
            if (first < 0 || words.Count - first < ShortestQuestion)
                continue;
            var question = new Span(words[first].Start, mark.End);
            if (!Sold.Any(kind => found.Of(kind).Any(place => place.Start < question.End && place.End > question.Start)))
                yield return question;
        }
    }

    /// <summary>A number that is no price, or a name in the middle of a sentence (where names and not all nouns are capitals).</summary>
    private static IEnumerable<Span> Details(Speech speech)
    {
        var namesStandOut = new Lazy<bool>(() => !IsGerman(speech));
        return speech.Words
            .Where(word => word.IsNumber ? !word.IsPrice : !word.OpensSentence && word.Text.Length > 2 && IsCapitalised(speech.Text, word) && namesStandOut.Value)
            .Select(word => new Span(word.Start, word.End));
    }

    private static bool IsCapitalised(string text, SpokenWord word) =>
        char.IsUpper(text[word.Start]) && char.IsLower(text[word.Start + 1]) && !word.Text.StartsWith("i'", StringComparison.Ordinal);

    private static bool IsGerman(Speech speech) => speech.Words.Count(word => German.Contains(word.Text)) > 1;

    private static IEnumerable<Span> Place(IEnumerable<SpokenWord> words) => words.Take(1).Select(word => new Span(word.Start, word.End));

    [GeneratedRegex(@"(?:^|\s)((?:[–—-]\s?\p{Lu}\p{L}{1,14}(?: \p{Lu}\p{L}{0,14}\.?)?|\^\p{Lu}\p{L}{0,9}))\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex SignOff();
}
