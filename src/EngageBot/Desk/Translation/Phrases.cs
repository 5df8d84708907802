using System.Globalization;
using EngageBot.Model;

namespace EngageBot.Desk.Translation;

/// <summary>
/// Says what the desk says in the language of the person who reads it; every component knows it as <c>T</c>.
/// The language belongs to the open page and not to the thread: a page that news from elsewhere draws anew keeps it.
/// </summary>
public sealed class Phrases(Phrasebooks books)
{
    /// <summary>How this person writes numbers and dates.</summary>
    public CultureInfo Culture { get; private set; } = CultureInfo.GetCultureInfo(Phrasebooks.English);

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

    /// <summary>A whole number as this person writes it.</summary>
    public string Number(long number) => number.ToString("N0", Culture);

    /// <summary>From now on in this culture; in English when there is no book for its language.</summary>
    public void Speak(string culture) => (Culture, Book) = books.Of(culture);

    private string Fill(string words, object?[] parts) =>
        string.Format(Culture, words, [.. parts.Select(part => part is Phrase phrase ? this[phrase] : part)]);
}
