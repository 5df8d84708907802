using EngageBot.Approving;
using EngageBot.Learning;
using EngageBot.Model;
using EngageBot.Reading;
using EngageBot.Tests.Line;
using EngageBot.Tests.Reading;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Learning;

/// <summary>The reader learns from people while it runs.</summary>
public sealed class RefitTests
{
    // at this house the singers of an advent choir ask for the key of the rehearsal room; the shipped heads cannot know that this is a question
    private static readonly string[] Choirs = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    private static readonly string[] Ends = ["all of us", "with the pianist", "from the north", "and the children", "in our coats"];

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task What_people_correct_changes_how_the_next_such_mention_is_read(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        await TeachAsync(line);
        var before = Read(line, "choir thirteen");
        Assert.NotEqual(Intent.Question, before.Intent);
        Assert.Equal(1, await line.Get<Refits>().TryAsync(CancellationToken.None));
        Assert.Equal(Intent.Question, Read(line, "choir thirteen").Intent);
        var version = Assert.Single(await line.Get<VersionShelf>().AllAsync(CancellationToken.None));
        Assert.True(version is { IsLive: true, WhyNot: null }, version.WhyNot);
        Assert.True(version.RightAfter > version.RightBefore);
        // what it never met is read as before
        Assert.Equal(Mentions.Read("@harbourtheatre thank you for a lovely evening").Intent, ReadText(line, "@HarbourTheatre thank you for a lovely evening").Intent);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task One_click_goes_back_and_forth_and_every_replica_follows(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        await TeachAsync(line);
        await line.Get<Refits>().TryAsync(CancellationToken.None);
        await using var replica = line.Replica();
        Assert.NotEqual(Intent.Question, Read(replica, "choir thirteen").Intent);
        await replica.Get<LiveHeads>().FollowAsync(CancellationToken.None);
        Assert.Equal(Intent.Question, Read(replica, "choir thirteen").Intent);

        Assert.True(await replica.Get<VersionShelf>().ChooseAsync(null, "Ana", CancellationToken.None));
        await line.Get<LiveHeads>().FollowAsync(CancellationToken.None);
        Assert.NotEqual(Intent.Question, Read(line, "choir thirteen").Intent);
        Assert.True(await line.Get<VersionShelf>().ChooseAsync(1, "Ana", CancellationToken.None));
        await line.Get<LiveHeads>().FollowAsync(CancellationToken.None);
        Assert.Equal(Intent.Question, Read(line, "choir thirteen").Intent);
        Assert.False(await line.Get<VersionShelf>().ChooseAsync(99, "Ana", CancellationToken.None));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_fit_that_reads_no_better_is_noted_and_not_kept(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        int[] slips = [2, 3, 11, 17, 23, 29, 31, 37];
        for (var number = 0; number < 40; number++)
            await CorrectAsync(line, $"@HarbourTheatre thank you for evening {number}, we loved it", slips.Contains(number) ? Intent.Chat : Intent.Thanks);
        Assert.Equal(1, await line.Get<Refits>().TryAsync(CancellationToken.None));
        var version = Assert.Single(await line.Get<VersionShelf>().AllAsync(CancellationToken.None));
        Assert.NotNull(version.WhyNot);
        Assert.False(version.IsLive || version.CanRead);
        Assert.Equal(Mentions.Read("@harbourtheatre thank you for evening 41").Intent, ReadText(line, "@HarbourTheatre thank you for evening 41").Intent);
    }

    [Fact]
    public async Task It_waits_for_enough_lessons_and_for_its_time()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        await TeachAsync(line, 24);
        Assert.Null(await line.Get<Refits>().TryAsync(CancellationToken.None));
        await TeachAsync(line, 1, from: 24);
        Assert.Equal(1, await line.Get<Refits>().TryAsync(CancellationToken.None));
        await TeachAsync(line, 25, from: 25);
        Assert.Null(await line.Get<Refits>().TryAsync(CancellationToken.None));
        line.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(2, await line.Get<Refits>().TryAsync(CancellationToken.None));
        line.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Null(await line.Get<Refits>().TryAsync(CancellationToken.None));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Of_two_replicas_that_fit_at_once_one_version_comes(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        await TeachAsync(line);
        await using var replica = line.Replica();
        await Task.WhenAll(line.Get<Refits>().TryAsync(CancellationToken.None), replica.Get<Refits>().TryAsync(CancellationToken.None));
        Assert.Single(await line.Get<VersionShelf>().AllAsync(CancellationToken.None));
        Assert.Equal(Intent.Question, Read(line, "choir thirteen").Intent);
        Assert.Equal(Intent.Question, Read(replica, "choir thirteen").Intent);
    }

    [Fact]
    public async Task When_words_go_the_next_fit_forgets_them_soon()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        await TeachAsync(line);
        await line.Get<Refits>().TryAsync(CancellationToken.None);
        line.Writes("@HarbourTheatre stop replying to me", "choir3");
        await line.ListenAsync();
        Assert.Null(await line.Get<Refits>().TryAsync(CancellationToken.None));
        line.Clock.Advance(TimeSpan.FromHours(13));
        Assert.Equal(2, await line.Get<Refits>().TryAsync(CancellationToken.None));
        Assert.Equal(59, (await line.Get<VersionShelf>().AllAsync(CancellationToken.None))[0].Lessons);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task The_card_tells_who_taught_what_and_how_often_people_agree(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        Assert.Equal((0, null), ((await line.Get<ModelCards>().MakeAsync(CancellationToken.None)) is var empty ? empty.Lessons : -1, empty.Agreement));
        var (first, second) = (await line.WaitingAsync(author: "one"), await line.WaitingAsync(author: "two"));
        await line.ApproveAsync(first, first.Draft.Wordings[0].Text, "Ben");
        await line.Get<Corrections>().CorrectAsync(second.Mention.Id, Intent.Chat, null, "Ana", CancellationToken.None);
        var card = await line.Get<ModelCards>().MakeAsync(CancellationToken.None);
        Assert.Equal((2, 2, 1, 0.5), (card.Lessons, card.People, card.Corrections, card.Agreement));
        Assert.Equal([(Intent.Thanks, 1, 0), (Intent.Chat, 1, 1)], card.ByIntent.Select(intent => (intent.Intent, intent.Judged, intent.Corrections)));
        Assert.Equal(new DateOnly(2026, 5, 25), Assert.Single(card.Weeks).Monday);
    }

    private static async Task TeachAsync(TestLine line, int count = 60, int from = 0)
    {
        for (var number = from; number < from + count; number++)
        {
            if (number % 3 < 2)
                await CorrectAsync(line, $"@HarbourTheatre choir {Choirs[number % 12]} stands before the rehearsal room, the seven, {Ends[number % 5]}", Intent.Question, $"choir{number}");
            else
                await CorrectAsync(line, $"@HarbourTheatre thank you for evening {number}, we loved it", Intent.Thanks, $"guest{number}");
        }
    }

    private static async Task CorrectAsync(TestLine line, string text, Intent intent, string? author = null)
    {
        line.Clock.Advance(TimeSpan.FromSeconds(1));
        var mention = await line.WaitingAsync(text, author ?? $"guest{line.Network.Mentions.Count}");
        Assert.IsType<Decision.Taken>(await line.Get<Corrections>().CorrectAsync(mention.Mention.Id, intent, null, "Ana", CancellationToken.None));
    }

    private static Understanding Read(TestLine line, string who) => ReadText(line, $"@HarbourTheatre {who} stands before the rehearsal room, the seven");

    private static Understanding ReadText(TestLine line, string text) => line.Get<MentionReader>().Read(Mentions.Post(text), line.Account);
}
