namespace EngageBot.Library.Voice;

/// <summary>Gathers what is noticed in one reply and adds it up.</summary>
internal sealed class Tally(string text)
{
    private const int LongestQuote = 60;
    private const int Repeats = 2;
    private const int MostGain = 20;
    private const int SoldAt = -20;
    private const int GainWhileSelling = 4;

    private readonly List<LintFinding> findings = [];

    /// <summary>One rule at its places: the first counts in full, two more a third each.</summary>
    public void Add(LintRule rule, IEnumerable<Span> places)
    {
        var count = 0;
        foreach (var place in places.Take(Repeats + 1))
            Add(rule, count++ == 0 ? rule.Points : rule.Points / 3, place.Start, place.End, Quote(place));
    }

    /// <summary>One rule that is about the reply as a whole.</summary>
    public void Add(LintRule rule, string about) => Add(rule, rule.Points, 0, 0, about);

    /// <summary>What sounds human weighs little in a reply that sells.</summary>
    public LintReport Report(LintRules rules)
    {
        var cost = findings.Where(finding => finding.Points < 0).Sum(finding => finding.Points);
        var gain = findings.Where(finding => finding.Points > 0).Sum(finding => finding.Points);
        var score = Math.Clamp(VoiceLint.Plain + cost + Math.Min(gain, cost <= SoldAt ? GainWhileSelling : MostGain), 0, 100);
        return new LintReport(score, rules.Judge(score), [.. findings.OrderBy(finding => finding.Points)]);
    }

    private void Add(LintRule rule, int points, int start, int end, string quote) => findings.Add(new LintFinding(rule, points, start, end - start, quote));

    private string Quote(Span place)
    {
        var words = text[place.Start..place.End];
        return $"“{(words.Length > LongestQuote ? string.Concat(words.AsSpan(0, LongestQuote), "…") : words)}”";
    }
}
