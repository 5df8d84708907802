using System.Text.RegularExpressions;

namespace EngageBot.Desk.Translation;

/// <summary>Knows finished sentences again by the words between their places, for those that come from where nobody knows the reader.</summary>
/// <param name="entries">Of one phrasebook.</param>
internal sealed partial class ToldSentences(IEnumerable<Entry> entries)
{
    // Places at the end of a sentence may hold whole sentences; the more words of its own an entry has, the surer it is.
    private readonly List<(Regex Shape, string Form)> shapes =
    [
        .. from entry in entries
           where entry.Many is null && Place().IsMatch(entry.English)
           let own = Place().Replace(entry.English, "").Count(char.IsLetter)
           where own >= 5
           orderby own descending
           select (new Regex($"^{Place().Replace(Regex.Escape(entry.English).Replace("}", @"\}", StringComparison.Ordinal), place => $"(?<p{place.Groups[1].Value}>.*)")}$", RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)), entry.Forms[0]),
    ];

    /// <summary>Null for a sentence that fits none.</summary>
    public string? Translate(string sentence, Func<string, string> part)
    {
        foreach (var (shape, form) in shapes)
        {
            if (shape.Match(sentence) is { Success: true } match)
                return Place().Replace(form, place => part(match.Groups[$"p{place.Groups[1].Value}"].Value));
        }
        return null;
    }

    [GeneratedRegex(@"\\?\{(\d+)[^}\\]*\\?\}")]
    private static partial Regex Place();
}
