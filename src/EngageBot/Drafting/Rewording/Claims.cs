using System.Text;
using System.Text.RegularExpressions;
using EngageBot.Language;

namespace EngageBot.Drafting.Rewording;

/// <summary>What a text says that can be checked against another: figures, times, links, whom it names, what it promises.</summary>
internal sealed partial class Claims
{
    private readonly string spoken;

    private Claims(string text)
    {
        // ① and full-width figures are figures too
        var plain = Whole(text).Normalize(NormalizationForm.FormKC);
        Tokens = Tokenizer.Split(text);
        WordList = [.. Tokens.Where(token => token.Kind is TokenKind.Word or TokenKind.Number).Select(token => Bare(token.Text))];
        Words = WordList.ToHashSet(StringComparer.Ordinal);
        spoken = $" {string.Join(' ', WordList)} ";
        Figures = [.. Figure().Matches(plain).Select(Read), .. WordList.Where(ClaimWords.Numbers.ContainsKey).Select(word => (ClaimWords.Numbers[word], ""))];
        Times = [.. ClaimWords.Times.Where(Says)];
        Promises = [.. ClaimWords.Promises.Where(Says)];
        Links = Kind(TokenKind.Link);
        Handles = Kind(TokenKind.Handle);
        Hashtags = Kind(TokenKind.Hashtag);
        Denies = WordList.Any(word => ClaimWords.Negations.Contains(word) || word.EndsWith("n't", StringComparison.Ordinal));
    }

    public static Claims In(params IEnumerable<string> texts) => new(string.Join('\n', texts));

    public IReadOnlyList<Token> Tokens { get; }

    public IReadOnlyList<string> WordList { get; }

    public IReadOnlySet<string> Words { get; }

    /// <summary>Figures, each with the unit that stands beside it: <c>7.30</c> and <c>pm</c>.</summary>
    public IReadOnlyList<(string Figure, string Unit)> Figures { get; }

    public IReadOnlyList<string> Times { get; }

    public IReadOnlyList<string> Promises { get; }

    public IReadOnlySet<string> Links { get; }

    public IReadOnlySet<string> Handles { get; }

    public IReadOnlySet<string> Hashtags { get; }

    /// <summary>Whether there is a no in it.</summary>
    public bool Denies { get; }

    /// <summary>The words that say what we are going to do.</summary>
    public IEnumerable<string> Undertakings =>
        from intent in ClaimWords.Intents
        let phrase = $" {intent} "
        let place = spoken.IndexOf(phrase, StringComparison.Ordinal)
        where place >= 0
        from start in Places(phrase, place)
        select spoken[(start + phrase.Length)..].Split(' ').FirstOrDefault(word => !ClaimWords.Fillers.Contains(word), "");

    public bool Holds((string Figure, string Unit) claim) =>
        Figures.Any(known => known.Figure == claim.Figure && (claim.Unit.Length == 0 || claim.Unit == known.Unit));

    private bool Says(string phrase) => spoken.Contains($" {phrase} ", StringComparison.Ordinal);

    private IEnumerable<int> Places(string phrase, int first)
    {
        for (var place = first; place >= 0; place = spoken.IndexOf(phrase, place + 1, StringComparison.Ordinal))
            yield return place;
    }

    private HashSet<string> Kind(TokenKind kind) => [.. Tokens.Where(token => token.Kind == kind).Select(token => token.Text.TrimEnd('/').ToLowerInvariant())];

    private static (string Figure, string Unit) Read(Match match) =>
        (match.Groups["figure"].Value.Replace(',', '.').Replace(':', '.'),
            (match.Groups["before"].Value + match.Groups["after"].Value).Replace(".", "", StringComparison.Ordinal).Trim().ToLowerInvariant());

    private static string Bare(string word) => word.EndsWith("'s", StringComparison.Ordinal) && word is not ("it's" or "that's" or "what's" or "let's") ? word[..^2] : word;

    // Normalize throws on halves of surrogate pairs
    private static string Whole(string text) => string.Concat(text.EnumerateRunes());

    [GeneratedRegex(
        @"(?<before>[£€$¥])? ?(?<figure>\d+(?:[.,:]\d+)*)(?: ?(?<after>%|£|€|\$|¥|a\.?m\b|p\.?m\b|uhr\b|h\b|k\b|euros?\b|pounds?\b|quid\b|dollars?\b|percent\b|per cent\b|prozent\b|pence\b|p\b))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Figure();
}
