using EngageBot.Model;
using Xunit;

namespace EngageBot.Tests.Drafting;

public sealed class FreshnessTests
{
    [Fact]
    public void What_was_said_before_is_not_said_again_whatever_handles_stood_before_it()
    {
        using var room = Thanks("That made our day.", "We'll tell the crew.");
        Assert.Equal("We'll tell the crew.", room.Text(Intent.Thanks, "lovely", Talk.First with { OurWords = ["@nora_v @sam That made our day!"] }));
    }

    [Fact]
    public void When_everything_was_said_a_person_is_asked_for_fresh_words()
    {
        using var room = Thanks("That made our day.");
        var draft = room.Draft(Intent.Thanks, "lovely", Talk.First with { OurWords = ["That made our day."] });
        Assert.Empty(draft.Wordings);
        Assert.Contains("fresh words", draft.LetBe, StringComparison.Ordinal);
    }

    [Fact]
    public void Nearly_the_same_words_wait_behind_others()
    {
        using var room = Thanks("We will tell the whole crew about it tonight.", "Which moment stayed with you?");
        Assert.Equal(
            "Which moment stayed with you?",
            room.Text(Intent.Thanks, "lovely", Talk.First with { OurWords = ["Nora, we will tell the whole crew about it tonight."] }));
    }

    [Fact]
    public void The_same_mention_always_gets_the_same_draft_and_others_get_others()
    {
        using var room = Thanks("One.", "Two.", "Three.", "Four.", "Five.");
        Assert.Equal(room.Draft(Intent.Thanks, "lovely").Wordings[0], room.Draft(Intent.Thanks, "lovely").Wordings[0], (a, b) => a!.Text == b!.Text);
        var firsts = Enumerable.Range(0, 40).Select(id => room.Draft(Intent.Thanks, "lovely", id: $"{1000 + id}").Wordings[0].Text);
        Assert.Equal(5, firsts.Distinct().Count());
    }

    [Fact]
    public void There_are_up_to_three_wordings_to_choose_from()
    {
        using var room = Thanks("One.", "Two.", "Three.", "Four.");
        Assert.Equal(3, room.Draft(Intent.Thanks, "lovely").Wordings.Select(wording => wording.Text).Distinct().Count());
    }

    private static DraftingRoom Thanks(params string[] wordings)
    {
        var room = new DraftingRoom();
        for (var number = 0; number < wordings.Length; number++)
            room.With($"replies/thanks/t{number}.liquid", "turn: any", wordings[number]);
        return room;
    }
}
