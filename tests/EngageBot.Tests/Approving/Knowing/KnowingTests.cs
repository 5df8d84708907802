using System.Text.Json.Nodes;
using EngageBot.Approving;
using EngageBot.Approving.Knowing;
using EngageBot.Approving.Makers;
using EngageBot.Approving.Together;
using EngageBot.Listening;
using EngageBot.Model;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Approving.Knowing;

public sealed class KnowingTests
{
    [Fact]
    public async Task What_they_wrote_of_is_told_in_their_own_words_and_what_we_told_them_beside_it()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var first = await line.WaitingAsync("@HarbourTheatre loved low water, and how long does Herring Moon last?");
        Assert.Equal(Acquaintance.None.Topics, (await KnownAsync(line, first)).Topics);
        await line.ApproveAsync(first, first.Draft.Wordings[0]);
        line.Clock.Advance(TimeSpan.FromSeconds(31));
        await line.PostAsync();
        var second = await line.WaitingAsync("@HarbourTheatre thank you, and say hello to the crew");

        var known = await KnownAsync(line, second);
        Assert.Equal(["Herring Moon", "Low Water"], known.Topics.Select(topic => topic.Name).Order(StringComparer.Ordinal));
        Assert.All(known.Topics, topic => Assert.Equal("Loved low water, and how long does Herring Moon last?", topic.Words));
        Assert.Equal("answers/length-herring-moon", Assert.Single(known.Told).Source);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Everything_that_is_held_can_be_handed_to_them_and_names_no_colleague(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var asked = await TalkAsync(line);
        var held = (await line.Get<HeldAbout>().HandleAsync("@LENA_K", CancellationToken.None))!;
        var (text, json) = (HeldText.Plain(held), JsonNode.Parse(HeldText.Json(held))!);
        foreach (var words in new[] { "how many candles burn", "We'll ask the workshop and tell you here.", "and the snow?", "Feathers, mostly.", "She comes every week.", "@lena_k", "u-lena_k", "until 2026-06-01" })
            Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ana", text, StringComparison.Ordinal);
        Assert.DoesNotContain("tom", text, StringComparison.Ordinal);
        Assert.Equal(2, json["mentions"]!.AsArray().Count);
        Assert.Equal("open", (string)json["promises"]![0]!["state"]!);
        Assert.Equal(text, HeldText.Plain((await line.Get<HeldAbout>().AuthorAsync(asked.Mention.Id, CancellationToken.None))!));
        Assert.Null(await line.Get<HeldAbout>().HandleAsync("@nobody", CancellationToken.None));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Who_asks_to_be_forgotten_is_forgotten_at_once_and_may_come_back_as_a_stranger(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var asked = await TalkAsync(line);
        var open = await line.WaitingAsync("@HarbourTheatre thank you once more");
        var outcome = await line.Get<MakerDesk>().AskAsync(new MakerRequest([asked.Mention.Id], "Mara", Note: "Lena asks."), "Ana", CancellationToken.None);

        Assert.Equal(3, await line.Get<Oblivion>().ForgetAsync("lena_k", "Ana", CancellationToken.None));
        Assert.Null(await line.Get<Oblivion>().ForgetAsync("lena_k", "Ana", CancellationToken.None));
        Assert.Null(await line.Get<HeldAbout>().HandleAsync("lena_k", CancellationToken.None));
        Assert.Equal(MentionState.Withdrawn, await line.StateAsync(open));
        Assert.Equal(MakerState.Gone, (await line.Get<MakerDoor>().OpenAsync(((AskOutcome.Asked)outcome).Path["/maker?key=".Length..], CancellationToken.None))!.Question.State);
        Assert.True((await line.ReceiptAsync()).Balanced);
        foreach (var (table, column) in new[] { ("mention", "text"), ("reply", "text"), ("context_post", "text"), ("note", "text"), ("wording", "text"), ("said", "words"), ("talker", "handle"), ("talker", "name"), ("talker", "user_id"), ("maker_question", "note") })
            Assert.Equal(0, await line.CountAsync($"SELECT COUNT(*) FROM {table} WHERE LOWER({column}) LIKE '%candle%' OR LOWER({column}) LIKE '%feathers%' OR LOWER({column}) LIKE '%lena%' OR LOWER({column}) LIKE '%workshop%' OR LOWER({column}) LIKE '%she comes%'"));

        var again = await line.WaitingAsync("@HarbourTheatre thank you, what an evening");
        Assert.Equal(0, again.AnsweredBefore);
        Assert.Null(again.Earlier);
    }

    [Fact]
    public async Task Who_had_said_stop_is_left_alone_after_being_forgotten_too()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        line.Writes("@HarbourTheatre stop replying to me");
        await line.ListenAsync();
        await line.Get<Oblivion>().ForgetAsync("lena_k", "Ana", CancellationToken.None);
        var later = line.Writes("@HarbourTheatre thank you, what an evening");
        await line.ListenAsync();
        Assert.Equal(MentionState.Withdrawn, (await line.OpenByPostAsync(later.Id)).Mention.State);
    }

    private static async Task<OpenMention> TalkAsync(TestLine line)
    {
        var asked = await line.WaitingAsync("@HarbourTheatre how many candles burn in the storm scene every night?");
        await line.ApproveAsync(asked, "We'll ask the workshop and tell you here.");
        line.Clock.Advance(TimeSpan.FromSeconds(31));
        await line.PostAsync();
        var other = await line.WaitingAsync("@HarbourTheatre and the snow?");
        line.Network.Publish(other.Mention.Post.Id, "Feathers, mostly.");
        await line.Get<OwnTimeline>().LookAsync(line.Account, CancellationToken.None);
        await line.Get<Notes>().AddAsync(asked.Mention.Id, "She comes every week.", "Ana", CancellationToken.None);
        await line.WaitingAsync("@HarbourTheatre what is it that tom asks?", "tom");
        return asked;
    }

    private static Task<Acquaintance> KnownAsync(TestLine line, OpenMention mention) => line.Get<Acquaintances>().OfAsync(mention.Mention.Id, CancellationToken.None);
}
