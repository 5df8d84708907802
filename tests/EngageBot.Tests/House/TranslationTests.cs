using System.Text.RegularExpressions;
using EngageBot.Desk.Translation;
using Xunit;

namespace EngageBot.Tests.House;

/// <summary>Whoever reads another language than English finds no English at the desk.</summary>
public sealed partial class TranslationTests
{
    // Components that are still to be converted; none may be added.
    private static readonly string[] NotYet = [];

    public static TheoryData<string> Languages => [.. SourceTree.FilesUnder("src/EngageBot/Desk/Translation", ".po").Select(file => Path.GetFileNameWithoutExtension(file))];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_sentence_of_the_desk_is_translated(string language)
    {
        var translated = Entries(language).Where(entry => entry.Forms.All(form => form.Length > 0)).SelectMany(entry => new[] { entry.English, entry.Many }).ToHashSet();
        AssertNone(SentencesInSource.All().Where(sentence => !translated.Contains(sentence.English)).Select(sentence => $"{sentence.File}: {sentence.English}"));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_translation_is_of_a_sentence_that_the_desk_still_says(string language)
    {
        var said = SentencesInSource.Literals().ToHashSet();
        AssertNone(Entries(language).Where(entry => !said.Contains(entry.English) || (entry.Many is { } many && !said.Contains(many))).Select(entry => entry.English));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_translation_keeps_the_places_of_its_sentence(string language) =>
        AssertNone(
            from entry in Entries(language)
            let places = Places(entry.Many ?? entry.English)
            from form in entry.Forms
            where entry.Many is null ? !Places(form).SetEquals(places) : !Places(form).IsSubsetOf(places)
            select form);

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_sentence_is_translated_once(string language) =>
        AssertNone(Entries(language).GroupBy(entry => Entry.Key(entry.English, entry.Many)).Where(same => same.Count() > 1).Select(same => same.Key));

    [Fact]
    public void No_words_in_markup_bypass_the_translation() =>
        AssertNone(WordsInMarkup.All().Where(found => !NotYet.Contains(found.Component)).Select(found => $"{found.Component}: {found.Words}"));

    private static IEnumerable<Entry> Entries(string language) =>
        PhrasebookFile.Entries(language, File.ReadAllText(Path.Combine(SourceTree.Root, "src/EngageBot/Desk/Translation", $"{language}.po")))
            .Where(entry => entry.English.Length > 0);

    private static void AssertNone(IEnumerable<string> findings)
    {
        var all = findings.Distinct().ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    private static HashSet<string> Places(string words) => [.. Place().Matches(words).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Place();
}
