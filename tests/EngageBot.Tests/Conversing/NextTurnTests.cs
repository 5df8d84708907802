using EngageBot.Approving;
using EngageBot.Conversing;
using EngageBot.Model;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Conversing;

public sealed class NextTurnTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_talk_is_greeted_once_and_never_told_the_same_phrase_twice(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var said = new List<string>();
        var first = line.Writes("@HarbourTheatre loved the rain scene last night, what an evening", name: "Lena K");
        string[] next = ["@HarbourTheatre the lamp going out, my kid still talks about it", "@HarbourTheatre he is six and wants to work the lamp", "@HarbourTheatre he drew it, the whole lighthouse, twice"];
        var post = first;
        for (var turn = 0; ; turn++)
        {
            await line.ListenAsync();
            var open = await line.OpenByPostAsync(post.Id);
            Assert.NotEmpty(open.Draft.Wordings);
            var wording = open.Draft.Wordings[0];
            said.Add(wording.Text);
            Assert.IsType<Decision.Taken>(await line.ApproveAsync(open, wording));
            line.Clock.Advance(TimeSpan.FromMinutes(1));
            await line.PostAsync();
            if (turn == next.Length)
                break;
            line.Clock.Advance(TimeSpan.FromMinutes(5));
            post = line.Writes(next[turn], thread: first.ThreadId, name: "Lena K");
        }
        Assert.All(said.Skip(1), text => Assert.False(Speech.Greets(text), text));
        Assert.True(said.Count(Speech.Thanks) <= 1, string.Join(" | ", said));
        Assert.DoesNotContain(said.Zip(said.Skip(1)), pair => Speech.Asks(pair.First) && Speech.Asks(pair.Second));
        Assert.Equal(said.Count, said.Select(text => text[..Math.Min(25, text.Length)]).Distinct().Count());
    }

    [Fact]
    public async Task Two_posts_of_one_hour_are_greeted_once()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        line.Writes("@HarbourTheatre how long is Low Water?", name: "Lena K");
        var second = line.Writes("@HarbourTheatre and is there parking anywhere near?", name: "Lena K");
        await line.ListenAsync();
        Assert.All((await line.OpenByPostAsync(second.Id)).Draft.Wordings, wording => Assert.False(Speech.Greets(wording.Text), wording.Text));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Wordings_that_are_answered_are_counted_and_known(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var open = await line.WaitingAsync("@HarbourTheatre loved it last night");
        await line.ApproveAsync(open, open.Draft.Wordings[0]);
        line.Clock.Advance(TimeSpan.FromMinutes(1));
        await line.PostAsync();
        line.Clock.Advance(TimeSpan.FromMinutes(1));
        line.Writes("@HarbourTheatre the boat! how do you move it?", thread: open.Mention.Post.ThreadId);
        await line.ListenAsync();

        var worth = Assert.Single(await line.Database.ReadAsync(WordingWorth.AllAsync, CancellationToken.None));
        Assert.Contains(worth.Template, open.Draft.Wordings[0].Sources);
        Assert.Equal((1, 1), (worth.Sent, worth.Answered));
    }

    [Fact]
    public void What_starts_talks_is_offered_first()
    {
        using var room = new Drafting.DraftingRoom()
            .With("replies/thanks/a.liquid", "turn: any", "That made our day.")
            .With("replies/thanks/b.liquid", "turn: any", "The whole crew will hear it.");
        foreach (var (better, worse) in new[] { ("a", "b"), ("b", "a") })
        {
            var talk = Talk.First with { Starters = new Dictionary<string, double> { [$"replies/thanks/{better}"] = 0.8, [$"replies/thanks/{worse}"] = 0.1 } };
            Assert.Equal($"replies/thanks/{better}", room.Draft(Intent.Thanks, "lovely", talk).Wordings[0].Sources[^1]);
        }
    }

    [Fact]
    public async Task Who_invites_us_back_is_answered_again_and_nobody_else_can_do_it()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        line.Writes("@HarbourTheatre stop replying to me");
        await line.ListenAsync();
        Assert.Equal(MentionState.Withdrawn, (await line.WaitingAsync("@HarbourTheatre lovely show")).Mention.State);
        line.Writes("@HarbourTheatre he didn't mean it, you can reply to him again", author: "a_friend");
        await line.ListenAsync();
        Assert.Equal(MentionState.Withdrawn, (await line.WaitingAsync("@HarbourTheatre still lovely")).Mention.State);
        Assert.Equal(MentionState.Waiting, (await line.WaitingAsync("@HarbourTheatre sorry, you can reply to me again")).Mention.State);
        Assert.Equal(MentionState.Waiting, (await line.WaitingAsync("@HarbourTheatre which night is quiet?")).Mention.State);
    }

    [Fact]
    public void Friends_among_themselves_are_let_be()
    {
        using var room = new Drafting.DraftingRoom().With("replies/chat/a.liquid", "turn: any", "Hello.").With("replies/question/a.liquid", "for: unanswered", "We'll ask.");
        var theirs = Reading.Mentions.Post("@harbourtheatre loved it", id: "7") with { Author = new Person("9", "tom", "Tom") };
        Assert.Contains("Friends", room.Draft(Intent.Question, "@tom @harbourtheatre are you coming on friday too?", parent: theirs).LetBe, StringComparison.Ordinal);
        Assert.Empty(room.Draft(Intent.Chat, "@harbourtheatre @tom what do you two think", parent: theirs).LetBe ?? "");
    }
}
