using System.Globalization;
using EngageBot.Model;

namespace EngageBot.Desk.Translation;

/// <summary>
/// Says what the desk says in the language of the person who reads it; every component knows it as <c>T</c>.
/// The language belongs to the open page and not to the thread: a page that news from elsewhere draws anew keeps it.
/// </summary>
public sealed class Phrases(Phrasebooks books)
{
    private static readonly string[] Small =
    [
        Phrase.Key("one"), Phrase.Key("two"), Phrase.Key("three"), Phrase.Key("four"), Phrase.Key("five"), Phrase.Key("six"),
        Phrase.Key("seven"), Phrase.Key("eight"), Phrase.Key("nine"), Phrase.Key("ten"), Phrase.Key("eleven"), Phrase.Key("twelve"),
    ];

    /// <summary>How this person writes numbers and dates.</summary>
    public CultureInfo Culture { get; private set; } = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The ISO 639 code of the language.</summary>
    public string Language => Book?.Language ?? Phrasebooks.English;

    private Phrasebook? Book { get; set; }

    /// <summary>These words, in the language of the reader.</summary>
    public string this[string english] => Book?.Find(english) ?? english;

    /// <summary>A sentence with places, <c>{0}</c> and so on.</summary>
    public string this[string english, params object?[] parts] => Fill(this[english], parts);

    /// <summary>A sentence that counts: <c>T[3, "one mention", "{0} mentions"]</c>. The number has place <c>{0}</c>.</summary>
    public string this[long count, string one, string many, params object?[] parts] =>
        Fill(Book?.Find(one, many, count) ?? (count == 1 ? one : many), [count, .. parts]);

    public string this[Phrase phrase] => phrase.Parts.Count == 0 ? this[phrase.English] : Fill(this[phrase.English], [.. phrase.Parts]);

    /// <summary>What a room below or the database has said in English already: known sentences and those with known places are translated, all else stays.</summary>
    public string Told(string english) => Book?.Told(english) ?? english;

    /// <summary>Small numbers as words, because sentences read better so.</summary>
    public string InWords(long number) => number is > 0 and <= 12 ? this[Small[number - 1]] : Number(number);

    /// <summary>With a capital, to begin a sentence.</summary>
    public string Begin(string sentence) => sentence.Length == 0 ? sentence : char.ToUpper(sentence[0], Culture) + sentence[1..];

    /// <summary>A share of the whole, in per cent.</summary>
    public string Percent(double share) => this["{0:0} %", 100 * share];

    /// <summary>A day as this person writes it, with the month's short name.</summary>
    public string Day(DateTime day, bool year = false) => day.ToString(year ? this["d MMM yyyy"] : this["d MMM"], Culture);

    /// <summary>A whole number as this person writes it.</summary>
    public string Number(long number) => number.ToString("N0", Culture);

    /// <summary>From now on in this culture; in English when there is no book for its language.</summary>
    public void Speak(string culture) => (Culture, Book) = books.Of(culture);

    private string Fill(string words, object?[] parts) =>
        string.Format(Culture, words, [.. parts.Select(part => part is Phrase phrase ? this[phrase] : part)]);
}
