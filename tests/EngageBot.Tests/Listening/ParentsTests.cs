using EngageBot.Approving;
using EngageBot.Listening;
using EngageBot.Model;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Listening;

public sealed class ParentsTests
{
    private static readonly Person Tom = new("u-tom", "tom", "Tom");

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task What_a_mention_answers_is_read_once_shown_and_changes_the_draft(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var asked = await WrittenAsync(line, "@tom @HarbourTheatre haha same, see you there on friday then", "80");
        Assert.DoesNotContain("Friends", asked.Draft.LetBe ?? "", StringComparison.Ordinal);
        line.Network.Posts["80"] = new Post("80", Tom, "Row F, who else?", line.Clock.GetUtcNow().AddMinutes(-5), "70", "70");
        line.Network.Posts["70"] = new Post("70", Tom, "Going to Low Water", line.Clock.GetUtcNow().AddMinutes(-9), "70");

        Assert.Equal(1, await LookAsync(line));
        Assert.Equal(1, await LookAsync(line));
        Assert.Equal(0, await LookAsync(line));
        Assert.Equal(["80", "70"], line.Network.PostsAsked);
        var open = await line.OpenAsync(asked);
        Assert.Equal(["Going to Low Water", "Row F, who else?", asked.Mention.Post.Text], open.Thread.Select(turn => turn.Text));
        Assert.Equal("Tom", open.Thread[0].Name);
        Assert.Equal("Friends are talking among themselves; our handle only came along.", open.Draft.LetBe);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task What_cannot_be_seen_is_told_and_not_asked_for_again(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var asked = await WrittenAsync(line, "@HarbourTheatre totally agree with this", "81");
        await LookAsync(line);
        await LookAsync(line);
        Assert.Equal(["81"], line.Network.PostsAsked);
        Assert.True((await line.OpenAsync(asked)).Thread[0].IsMissing);
    }

    [Fact]
    public async Task No_more_are_read_in_an_hour_than_the_house_allows()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite, with: builder => builder.Configuration["Listening:ParentsPerHour"] = "2");
        foreach (var parent in new[] { "81", "82", "83" })
            await WrittenAsync(line, $"@HarbourTheatre totally agree with {parent}", parent);
        await LookAsync(line);
        await LookAsync(line);
        Assert.Equal(2, line.Network.PostsAsked.Count);
        line.Clock.Advance(TimeSpan.FromMinutes(61));
        await LookAsync(line);
        Assert.Equal(3, line.Network.PostsAsked.Distinct().Count());
    }

    [Fact]
    public async Task Nothing_is_read_for_what_is_decided_or_known()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var first = await line.WaitingAsync();
        var second = await WrittenAsync(line, "@HarbourTheatre and the lamp", first.Mention.Post.Id);
        var third = await WrittenAsync(line, "@HarbourTheatre agreed", "84");
        await line.Approvals.LetBeAsync(third.Mention.Id, "Needs no answer", "Ana", CancellationToken.None);
        Assert.Equal(0, await LookAsync(line));
        Assert.Empty(line.Network.PostsAsked);
        Assert.NotNull(second);
    }

    private static async Task<OpenMention> WrittenAsync(TestLine line, string text, string answers)
    {
        var post = line.Writes(text, thread: "70", inReplyTo: answers);
        await line.ListenAsync();
        return await line.OpenByPostAsync(post.Id);
    }

    private static async Task<int> LookAsync(TestLine line) => (await line.Get<Parents>().LookAsync(line.Account, CancellationToken.None)).Fresh;
}
