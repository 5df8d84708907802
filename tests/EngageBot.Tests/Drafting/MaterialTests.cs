using EngageBot.Model;
using Xunit;

namespace EngageBot.Tests.Drafting;

public sealed class MaterialTests
{
    [Fact]
    public void A_known_question_gets_the_librarys_answer_with_its_link_and_its_sources()
    {
        using var room = Questions();
        var wording = room.Draft(Intent.Question, "@harbourtheatre when do your doors open?").Wordings[0];
        Assert.Equal("Doors open at seven. https://a.example.org/visit", wording.Text);
        Assert.Equal(["answers/doors", "replies/question/plain"], wording.Sources);
    }

    [Fact]
    public void An_unknown_question_gets_an_honest_promise()
    {
        using var room = Questions();
        var wording = room.Draft(Intent.Question, "@harbourtheatre who tuned the piano in 1987?").Wordings[0];
        Assert.Equal("We'll find out.", wording.Text);
        Assert.Equal(["replies/question/later"], wording.Sources);
    }

    [Theory]
    [InlineData("@harbourtheatre ok and how much is it?")]
    [InlineData("@harbourtheatre Yes please. how do I do that?")]
    public void What_names_nothing_is_asked_back_rather_than_promised(string text)
    {
        using var room = Questions().With("replies/question/unclear.liquid", "for: unclear", "Which one do you mean?");
        var draft = room.Draft(Intent.Question, text);
        Assert.Equal(("Which one do you mean?", false), (draft.Wordings[0].Text, draft.Unanswered));
    }

    [Theory]
    [InlineData("@harbourtheatre thanks for noticing my aunt's walking frame", 0.3, new[] { "Sorry.", "So glad." })]
    [InlineData("@harbourtheatre thanks for nothing", 0.8, new[] { "Sorry." })]
    [InlineData("@harbourtheatre nobody noticed my aunt's walking frame", 0.3, new[] { "Sorry." })]
    public void A_complaint_that_is_a_guess_under_words_of_thanks_can_be_thanked_for_with_one_key(string text, double confidence, string[] offered)
    {
        using var room = new DraftingRoom().With("replies/complaint/plain.liquid", "turn: any", "Sorry.").With("replies/thanks/plain.liquid", "turn: any", "So glad.");
        Assert.Equal(offered, room.Draft(Intent.Complaint, text, confidence: confidence).Wordings.Select(wording => wording.Text));
    }

    [Fact]
    public void Curiosity_gets_a_backstage_snippet_and_never_the_same_one_twice()
    {
        using var room = new DraftingRoom()
            .With("backstage/fog.md", "teller: Mo\ntopics: [fog]", "it's chilled water.")
            .With("replies/curiosity/told.liquid", "for: told", "{{ teller }} says: {{ snippet }}")
            .With("replies/curiosity/ask.liquid", "for: untold", "We'll ask backstage.");
        var first = room.Draft(Intent.Curiosity, "how do you make the fog?").Wordings[0];
        Assert.Equal("Mo says: it's chilled water.", first.Text);
        Assert.Equal("We'll ask backstage.", room.Text(Intent.Curiosity, "how do you make the fog?", Talk.First with { Told = first.Sources.ToList() }));
    }

    [Theory]
    [InlineData("@harbourtheatre how many buttons does the green dress have?", "backstage/green-dress")]
    [InlineData("@harbourtheatre how many buttons are there on the captain's coat?", "find-out")]
    [InlineData("@harbourtheatre who made that gull that flies over the stage??", "find-out")]
    public void A_word_in_common_does_not_make_another_thing_the_one_that_was_asked_about(string text, string told) =>
        Assert.Equal(told, ShippedHouse.Draft(text).InAWord);

    [Fact]
    public void Thanks_pick_up_their_own_words()
    {
        using var room = new DraftingRoom().With("replies/thanks/echo.liquid", "turn: any", "So glad {{ echo }} worked.");
        Assert.Equal("So glad the talking heron worked.", room.Text(Intent.Thanks, "@harbourtheatre we loved the talking heron last night"));
    }

    [Fact]
    public void A_template_with_a_gap_that_nothing_fills_is_passed_over()
    {
        using var room = new DraftingRoom()
            .With("replies/thanks/echo.liquid", "turn: any", "So glad {{ echo }} worked.")
            .With("replies/thanks/plain.liquid", "turn: any", "Thank you{% if show %} for coming to {{ show }}{% endif %}.");
        Assert.Equal("Thank you.", Assert.Single(room.Draft(Intent.Thanks, "@harbourtheatre wow").Wordings).Text);
    }

    [Fact]
    public void A_template_about_something_comes_first_where_it_is_spoken_of_and_not_at_all_elsewhere()
    {
        using var room = new DraftingRoom()
            .With("replies/complaint/cold.liquid", "about: [cold, freezing]", "Which row were you in?")
            .With("replies/complaint/plain.liquid", "turn: any", "Sorry.");
        Assert.Equal("Which row were you in?", room.Text(Intent.Complaint, "it was freezing"));
        Assert.Equal("Sorry.", Assert.Single(room.Draft(Intent.Complaint, "it was loud").Wordings).Text);
    }

    [Fact]
    public void The_reply_speaks_their_language_where_we_have_words_for_it_and_English_elsewhere()
    {
        using var room = new DraftingRoom()
            .With("replies/thanks/en.liquid", "turn: any", "Thank you.")
            .With("replies/thanks/de.liquid", "language: de", "Danke.");
        Assert.Equal("Danke.", room.Text(Intent.Thanks, "wunderbar", language: "de"));
        Assert.Equal("Thank you.", room.Text(Intent.Thanks, "dziękuję", language: "pl"));
    }

    [Fact]
    public void The_greeting_follows_the_hour_at_the_theatre_and_is_said_once()
    {
        using var room = new DraftingRoom()
            .WithVoice("time_zone: Asia/Tokyo\ngreetings:\n  en: { morning: Morning, afternoon: Hi, evening: Evening }\n")
            .With("replies/chat/hello.liquid", "turn: any", "{{ greeting }} good to hear from you.");
        Assert.Equal("Evening Nora, good to hear from you.", room.Draft(Intent.Chat, "hello", now: DraftingRoom.Evening.AddHours(-8)).Wordings[0].Text);
        Assert.Equal("Good to hear from you.", room.Text(Intent.Chat, "where is it?", Talk.First with { OurTurns = 1 }));
    }

    private static DraftingRoom Questions() => new DraftingRoom()
        .With("answers/doors.md", "question: When do the doors open?\nlink: https://a.example.org/visit", "Doors open at seven.")
        .With("replies/question/plain.liquid", "for: answered", "{{ answer }} {{ link }}")
        .With("replies/question/later.liquid", "for: unanswered", "We'll find out.");
}
