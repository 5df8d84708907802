using EngageBot.Approving;
using EngageBot.Language;
using EngageBot.Model;
using Xunit;

namespace EngageBot.Tests.Drafting;

/// <summary>What must hold for any words, tried with many that chance puts together from a fixed seed.</summary>
public sealed class MannersTests
{
    private static readonly string[] Pieces =
    [
        "doors", "open", "at", "seven", "naïve", "日本", "👩‍👩‍👧‍👦", "https://a.example.org/x", "example.org", "$ABC", "$XYZ", "@stranger", "#tag", "!", ".", "?", "...", "é", "a.b",
    ];

    [Fact]
    public void No_greeting_or_sign_off_makes_a_reply_too_long_and_none_calls_in_a_stranger()
    {
        var random = new Random(4);
        for (var round = 0; round < 300; round++)
        {
            using var room = new DraftingRoom()
                .WithVoice($"sign_off: '– {Words(random, 3)}'\ngreetings:\n  en: {{ morning: Morning, afternoon: Hi, evening: '{Words(random, 2)}' }}\n")
                .With("answers/doors.md", "question: When do the doors open?\nlink: https://a.example.org/visit", Sentences(random))
                .With("replies/question/plain.liquid", "for: answered", "{{ greeting }} [here you go|of course]. {{ answer }} {{ link }} {{ sign_off }}");
            foreach (var wording in room.Draft(Intent.Question, "when do the doors open?", name: "Nora Vance").Wordings)
            {
                Assert.True(WeightedText.IsValid(wording.Text), wording.Text);
                Assert.Null(ReplyText.Objection(wording.Text));
                Assert.DoesNotContain("@stranger", wording.Text, StringComparison.Ordinal);
                Assert.True(Cashtags.In(wording.Text) <= 1);
            }
        }
    }

    [Fact]
    public void The_shipped_words_fit_whoever_writes_and_however_long_their_name_is()
    {
        var random = new Random(5);
        var drafter = DraftingRoom.Shipped();
        foreach (var intent in new[] { Intent.Thanks, Intent.Complaint, Intent.Chat, Intent.Question, Intent.Curiosity })
            for (var round = 0; round < 60; round++)
            {
                var name = new string((char)('A' + (round % 26)), 1) + new string('a', random.Next(1, 13));
                var post = Reading.Mentions.Post($"@HarbourTheatre loved the {Words(random, 4)} in Low Water, how long is it, what is the fog made of", id: $"{round}") with
                {
                    Author = new Person("2", "nora_v", name),
                };
                var draft = drafter.Draft(post, new Understanding(intent, 0.9, true, "en", []), Reading.Mentions.Theatre, Talk.First, DraftingRoom.Evening);
                Assert.All(draft.Wordings, wording => Assert.Null(ReplyText.Objection(wording.Text)));
            }
    }

    [Fact]
    public void A_handle_of_the_talk_may_be_said_a_strangers_not()
    {
        using var room = new DraftingRoom().WithVoice("sign_off: '@nora_v'\n").With("replies/thanks/a.liquid", "turn: any", "Thank you. {{ sign_off }}");
        Assert.Equal("Thank you. @nora_v", room.Text(Intent.Thanks, "lovely"));
        using var stranger = new DraftingRoom().WithVoice("sign_off: '@bea'\n").With("replies/thanks/a.liquid", "turn: any", "Thank you. {{ sign_off }}");
        Assert.Empty(stranger.Draft(Intent.Thanks, "lovely").Wordings);
        Assert.Equal("Thank you. @bea", stranger.Text(Intent.Thanks, "lovely, say hi to @bea"));
    }

    [Fact]
    public void Two_cashtags_are_refused_before_X_does_it() => Assert.NotNull(ReplyText.Objection("from $ABC to $XYZ"));

    private static string Words(Random random, int most) => string.Join(' ', Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => Pieces[random.Next(4)]));

    private static string Sentences(Random random) =>
        string.Join(' ', Enumerable.Range(0, random.Next(1, 12)).Select(_ => string.Join(' ', Enumerable.Range(0, random.Next(1, 6)).Select(_ => Pieces[random.Next(Pieces.Length)])) + "."));
}
