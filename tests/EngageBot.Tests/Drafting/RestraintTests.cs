using EngageBot.Model;
using Xunit;

namespace EngageBot.Tests.Drafting;

public sealed class RestraintTests
{
    [Theory]
    [InlineData(Intent.Aside)]
    [InlineData(Intent.Spam)]
    [InlineData(Intent.Abuse)]
    public void What_does_not_talk_to_us_gets_no_words_but_a_reason(Intent intent)
    {
        using var room = new DraftingRoom().With("replies/chat/a.liquid", "turn: any", "Hello.");
        var draft = room.Draft(intent, "whatever");
        Assert.Empty(draft.Wordings);
        Assert.NotNull(draft.LetBe);
    }

    [Fact]
    public void A_kind_goodbye_needs_no_last_word_from_us()
    {
        using var room = new DraftingRoom().With("replies/thanks/a.liquid", "turn: any", "Thank you.");
        Assert.Empty(room.Draft(Intent.Thanks, "@harbourtheatre ah, thank you!", Talk.First with { OurTurns = 1 }).Wordings);
        Assert.NotEmpty(room.Draft(Intent.Thanks, "@harbourtheatre ah, thank you!").Wordings);
    }

    [Fact]
    public void Without_templates_the_draft_says_what_is_missing()
    {
        using var room = new DraftingRoom();
        var draft = room.Draft(Intent.Thanks, "lovely");
        Assert.Empty(draft.Wordings);
        Assert.Contains("no template yet for thanks", draft.LetBe, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_unclear_is_left_to_a_person()
    {
        using var room = new DraftingRoom();
        Assert.Contains("A person should read this", room.Draft(Intent.Unsure, "hm").LetBe, StringComparison.Ordinal);
    }
}
