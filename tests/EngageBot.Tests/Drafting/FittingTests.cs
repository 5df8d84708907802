using EngageBot.Language;
using EngageBot.Model;
using Xunit;

namespace EngageBot.Tests.Drafting;

public sealed class FittingTests
{
    private const string Link = "https://a.example.org/a/rather/long/path/that/counts/as/twenty-three";
    private static readonly string Sentence = $"{new string('a', 99)}.";

    [Fact]
    public void The_sign_off_goes_first_then_the_greeting()
    {
        using var room = Room("{{ greeting }} {{ answer }} {{ sign_off }}", $"{Sentence} {Sentence} {new string('b', 50)}.");
        var text = room.Text(Intent.Question, "when do doors open?");
        Assert.DoesNotContain("Bea", text, StringComparison.Ordinal);
        Assert.StartsWith("Evening Nora,", text, StringComparison.Ordinal);
        Assert.True(WeightedText.IsValid(text));
    }

    [Fact]
    public void A_long_answer_ends_with_a_whole_sentence_and_keeps_its_link_whole()
    {
        using var room = Room("{{ answer }} And this is how one gets there, by tram or on foot, most days. {{ link }}", $"{Sentence} {Sentence}");
        var text = room.Text(Intent.Question, "when do doors open?");
        Assert.Equal($"A{Sentence[1..]} And this is how one gets there, by tram or on foot, most days. {Link}", text);
    }

    [Fact]
    public void What_cannot_be_shortened_decently_is_not_proposed()
    {
        using var room = Room($"{{{{ answer }}}} {new string('c', 250)}", Sentence);
        Assert.Empty(room.Draft(Intent.Question, "when do doors open?").Wordings);
    }

    private static DraftingRoom Room(string template, string answer) => new DraftingRoom()
        .WithVoice("sign_off: – Bea at the box office\ngreetings:\n  en: { morning: Morning, afternoon: Hi, evening: Evening }\n")
        .With("answers/doors.md", "question: When do the doors open?\nlink: " + (template.Contains("link", StringComparison.Ordinal) ? Link : "https://a.nl/"), answer)
        .With("replies/question/plain.liquid", "for: answered", template);
}
