using EngageBot.Language;
using EngageBot.Model;
using EngageBot.Tests.Reading;
using Xunit;

namespace EngageBot.Tests.Drafting;

public sealed class HostileFollowersTests
{
    [Theory]
    [InlineData("{{ account }}")]
    [InlineData("{% if true %}x{% endif %}")]
    [InlineData("<b>Nora</b>")]
    [InlineData("https://evil.example.org")]
    [InlineData("@somebody")]
    [InlineData("\u202Earon")]
    [InlineData("No\u200Bra")]
    public void A_name_that_is_more_than_a_name_is_left_out(string name)
    {
        using var room = new DraftingRoom().With("replies/thanks/a.liquid", "turn: any", "Thank you{% if first_name %}, {{ first_name }}{% endif %}{% if name %} ({{ name }}){% endif %}.");
        Assert.StartsWith("Thank you", room.Text(Intent.Thanks, "lovely", name: name), StringComparison.Ordinal);
        Assert.DoesNotContain(name, room.Text(Intent.Thanks, "lovely", name: "x " + name), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("we loved the {{ sign_off }} bit")]
    [InlineData("we loved the <script>alert(1)</script> bit")]
    [InlineData("we loved the @sam bit")]
    [InlineData("we loved the https://evil.example.org bit")]
    public void Markup_in_their_words_is_neither_executed_nor_said_back(string text)
    {
        using var room = new DraftingRoom()
            .WithVoice("sign_off: SECRET\n")
            .With("replies/thanks/a.liquid", "turn: any", "Thank you{% if echo %} for {{ echo }}{% endif %}.");
        Assert.Equal("Thank you.", room.Text(Intent.Thanks, text));
    }

    [Fact]
    public void No_post_makes_the_drafter_stumble_and_every_wording_can_be_posted()
    {
        var drafter = DraftingRoom.Shipped();
        foreach (var text in HostileTextTests.All)
            foreach (var intent in Enum.GetValues<Intent>())
            {
                var post = Mentions.Post(text) with { Author = new Person("2", "nora_v", text) };
                var draft = drafter.Draft(post, new Understanding(intent, 0.5, true, "en", []), Mentions.Theatre, Talk.First, DraftingRoom.Evening);
                Assert.All(draft.Wordings, wording =>
                {
                    Assert.True(WeightedText.IsValid(wording.Text));
                    Assert.DoesNotContain('@', wording.Text);
                    Assert.DoesNotContain("{{", wording.Text, StringComparison.Ordinal);
                });
            }
    }
}
