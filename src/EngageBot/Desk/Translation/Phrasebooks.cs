using System.Globalization;
using System.Reflection;

namespace EngageBot.Desk.Translation;

/// <summary>The languages of the desk: English, and one file <c>Translation/*.po</c> for each other.</summary>
public sealed class Phrasebooks
{
    /// <summary>The language that the code is written in.</summary>
    public const string English = "en";

    // The day before the month and 24 hours: what most who read English as another language write.
    private static readonly CultureInfo Fallback = CultureInfo.GetCultureInfo("en-GB");

    private readonly Dictionary<string, Phrasebook> books = ReadAll().ToDictionary(book => book.Language, StringComparer.OrdinalIgnoreCase);

    /// <summary>Those to choose from, each under its own name.</summary>
    public IEnumerable<CultureInfo> Languages => books.Keys.Append(English).Order(StringComparer.Ordinal).Select(CultureInfo.GetCultureInfo);

    /// <summary>The culture, and the book of its language; no book for English, which stands in for what nobody has translated.</summary>
    public (CultureInfo Culture, Phrasebook? Book) Of(string name) =>
        Known(name) is not { } culture || !Speaks(culture.TwoLetterISOLanguageName) ? (Fallback, null)
        : culture.Name == English ? (Fallback, null)
        : (culture, books.GetValueOrDefault(culture.TwoLetterISOLanguageName));

    /// <summary>The culture to speak for somebody: what they chose, written as their browser's country writes, else the browser's first wish that can be met.</summary>
    public string Choose(string? chosen, IEnumerable<string> wishes)
    {
        var met = wishes.Select(Known).OfType<CultureInfo>().Where(wish => Speaks(wish.TwoLetterISOLanguageName)).ToList();
        var own = chosen is not null && Speaks(chosen) ? chosen : met.FirstOrDefault()?.TwoLetterISOLanguageName ?? English;
        return met.FirstOrDefault(wish => wish.TwoLetterISOLanguageName == own)?.Name ?? own;
    }

    public bool Speaks(string language) => language == English || books.ContainsKey(language);

    private static CultureInfo? Known(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return null; // browsers may ask for anything
        }
    }

    private static IEnumerable<Phrasebook> ReadAll()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".po", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return PhrasebookFile.Read(name.Split('.')[^2], reader.ReadToEnd());
        }
    }
}
