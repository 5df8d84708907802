using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace EngageBot.Desk.Translation;

/// <summary>
/// Reads a gettext file (<c>.po</c>), the format that translators' programs write: <c>msgid</c> is what the code says,
/// <c>msgstr</c> what the reader sees, <c>msgid_plural</c> and <c>msgstr[0]</c>, <c>msgstr[1]</c> what counts.
/// </summary>
public static partial class PhrasebookFile
{
    /// <exception cref="FormatException">A line that is none of these; the message names it.</exception>
    public static Phrasebook Read(string language, string text)
    {
        var entries = Entries(language, text).ToList();
        var header = entries.FirstOrDefault(entry => entry.English.Length == 0)?.Forms[0] ?? "";
        // an empty form is how translators' programs write what is still to do
        var translated = entries.Where(entry => entry.English.Length > 0 && entry.Forms.All(form => form.Length > 0));
        return new Phrasebook(
            language,
            PluralRule.Parse(PluralLine().Match(header) is { Success: true } line ? line.Groups[1].Value : "n != 1"),
            translated.DistinctBy(entry => Entry.Key(entry.English, entry.Many)).ToFrozenDictionary(entry => Entry.Key(entry.English, entry.Many), StringComparer.Ordinal));
    }

    /// <summary>All entries in the order of the file, the header and what is still to do among them.</summary>
    public static IEnumerable<Entry> Entries(string language, string text)
    {
        var fields = new List<(string Name, string Words)>();
        var number = 0;
        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            number++;
            if (line.StartsWith('#') || line.Length == 0)
                continue;
            if (Line().Match(line) is not { Success: true } match)
                throw new FormatException($"Line {number} of {language}.po is neither a comment nor msgid, msgid_plural, msgstr or words in quotes: {line}");
            var (name, words) = (match.Groups[1].Value, Unescape(match.Groups[2].Value));
            if (name.Length == 0 && fields.Count > 0)
            {
                fields[^1] = (fields[^1].Name, fields[^1].Words + words);
                continue;
            }
            if (name == "msgid" && fields.Count > 0)
            {
                yield return Of(fields, language, number);
                fields.Clear();
            }
            fields.Add((name, words));
        }
        if (fields.Count > 0)
            yield return Of(fields, language, number);
    }

    private static Entry Of(List<(string Name, string Words)> fields, string language, int number)
    {
        var forms = fields.Where(field => field.Name.StartsWith("msgstr", StringComparison.Ordinal)).Select(field => field.Words).ToList();
        return fields[0].Name == "msgid" && forms.Count > 0
            ? new Entry(fields[0].Words, fields.FirstOrDefault(field => field.Name == "msgid_plural").Words, forms)
            : throw new FormatException($"The entry of {language}.po that ends at line {number} lacks its msgid or its msgstr.");
    }

    private static string Unescape(string words) => Escaped().Replace(words, match => match.Value[1] switch
    {
        'n' => "\n",
        't' => "\t",
        var other => other.ToString(),
    });

    [GeneratedRegex("""^(?:(msgid|msgid_plural|msgstr|msgstr\[\d\])\s+)?"((?:[^"\\]|\\.)*)"$""")]
    private static partial Regex Line();

    [GeneratedRegex(@"\\.")]
    private static partial Regex Escaped();

    [GeneratedRegex(@"Plural-Forms:[^\n]*plural\s*=\s*([^;\n]+)")]
    private static partial Regex PluralLine();
}
