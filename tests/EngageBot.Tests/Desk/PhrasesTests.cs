using EngageBot.Desk.Translation;
using EngageBot.Model;
using Xunit;

namespace EngageBot.Tests.Desk;

/// <summary>The desk speaks the language of whoever reads it.</summary>
public sealed class PhrasesTests
{
    private readonly Phrasebooks books = new();

    [Theory]
    [InlineData(null, "de-AT, en;q=0.8", "de-AT")]
    [InlineData(null, "xx-nonsense, de;q=0.5", "de")]
    [InlineData(null, "ja", "en")]
    [InlineData(null, "", "en")]
    [InlineData("de", "en-GB", "de")]
    [InlineData("de", "en-GB, de-CH", "de-CH")]
    [InlineData("en", "de, en-GB", "en-GB")]
    [InlineData("language of a file that is gone", "de", "de")]
    public void What_somebody_chose_comes_before_what_their_browser_asks_for(string? chosen, string wishes, string spoken) =>
        Assert.Equal(spoken, books.Choose(chosen, wishes.Split(", ").Select(wish => wish.Split(';')[0])));

    [Fact]
    public void Numbers_are_written_as_in_the_reader_s_country()
    {
        var phrases = new Phrases(books);
        phrases.Speak("de");
        Assert.Equal("5.000 warten", phrases["{0:N0} waiting", 5000]);
        phrases.Speak("en-GB");
        Assert.Equal("5,000 waiting", phrases["{0:N0} waiting", 5000]);
    }

    [Fact]
    public void What_nobody_has_translated_is_said_in_English()
    {
        var phrases = new Phrases(books);
        phrases.Speak("de");
        Assert.Equal("The lute plays.", phrases["The lute plays."]);
        Assert.Equal("2 lutes play.", phrases[2, "One lute plays.", "{0} lutes play."]);
    }

    [Fact]
    public void A_part_of_a_sentence_is_translated_too()
    {
        var phrases = new Phrases(books);
        phrases.Speak("de");
        Assert.Equal("am längsten Posteingang", phrases[new Phrase("oldest {0}", new Phrase("Queue"))]);
        Assert.Equal("oldest Queue", new Phrase("oldest {0}", new Phrase("Queue")).ToString());
    }

    [Theory]
    [InlineData("The reply is empty. Write something, or let the mention be.", "Die Antwort ist leer. Schreib etwas, oder lass die Erwähnung sein.")]
    [InlineData("The reply is too long by 12. X counts 280 at most.", "Die Antwort ist um 12 zu lang. X zählt höchstens 280.")]
    [InlineData("X did not accept the keys of this account. Check the keys in section X, or generate them anew in the X developer console.",
        "X hat die Schlüssel dieses Kontos nicht angenommen. Prüf die Schlüssel im Abschnitt X, oder erzeuge sie neu in der X Developer Console.")]
    [InlineData("sounds like a question: “how”", "klingt wie eine Frage: “how”")]
    [InlineData("says thank you: “ta very much”", "sagt danke: “ta very much”")]
    [InlineData("asks “is there”", "fragt “is there”")]
    [InlineData("wonders “how do you”", "fragt sich “how do you”")]
    [InlineData("The connection to X broke before an answer came. It will be tried again.", "Die Verbindung zu X brach ab, ehe eine Antwort kam. Es wird wieder versucht.")]
    [InlineData("They rang us about the lute.", "They rang us about the lute.")]
    public void A_sentence_from_a_room_that_knows_no_reader_is_known_again(string english, string german) => Assert.Equal(german, Speaking.German.Told(english));

    [Fact]
    public void A_language_has_as_many_plurals_as_it_needs()
    {
        var polish = PhrasebookFile.Read("pl", """
            msgid ""
            msgstr ""
            "Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\n"

            # a remark
            msgid "one \"mention\""
            msgid_plural "{0} \"mentions\""
            msgstr[0] "jedna wzmianka"
            msgstr[1] "{0} wzmianki"
            msgstr[2] "{0} "
            "wzmianek"
            """);
        Assert.Equal(
            ["jedna wzmianka", "{0} wzmianki", "{0} wzmianek", "{0} wzmianek", "{0} wzmianki", "{0} wzmianek"],
            new long[] { 1, 2, 5, 12, 22, 0 }.Select(count => polish.Find("one \"mention\"", "{0} \"mentions\"", count)));
    }

    [Theory]
    [InlineData("msgid 'single quotes'")]
    [InlineData("msgstr[0] \"no end")]
    public void A_broken_line_is_named(string line) =>
        Assert.Contains("Line 2 of nl.po", Assert.Throws<FormatException>(() => PhrasebookFile.Read("nl", $"# Dutch\n{line}")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("n !=")]
    [InlineData("(n != 1")]
    [InlineData("n ? 1")]
    [InlineData("system(1)")]
    public void A_broken_plural_rule_is_quoted(string rule) =>
        Assert.Contains(rule, Assert.Throws<FormatException>(() => PluralRule.Parse(rule)).Message, StringComparison.Ordinal);
}
