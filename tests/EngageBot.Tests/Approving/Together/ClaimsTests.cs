using EngageBot.Approving;
using EngageBot.Approving.Together;
using EngageBot.Listening;
using EngageBot.Model;
using EngageBot.Storage;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Approving.Together;

public sealed class ClaimsTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task What_one_person_writes_on_another_cannot_begin(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.WaitingAsync();
        Assert.Null(await TakeAsync(line, seen, "Ana"));
        Assert.Equal("Ana", (await TakeAsync(line, seen, "Ben"))?.Person);
        Assert.Null(await TakeAsync(line, seen, "Ana"));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Of_many_who_begin_at_once_one_has_it(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.WaitingAsync();
        var claims = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => Task.Run(() => TakeAsync(line, seen, $"Person {number}"))));
        Assert.Single(claims, claim => claim is null);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Who_vanishes_lets_go_by_itself_and_another_replica_sees_it(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        await using var replica = line.Replica();
        var seen = await line.WaitingAsync();
        await TakeAsync(line, seen, "Ana");
        Assert.Equal("Ana", (await TakeAsync(replica, seen, "Ben"))?.Person);
        line.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Null(await TakeAsync(replica, seen, "Ben"));
        Assert.Equal("Ben", (await TakeAsync(line, seen, "Ana"))?.Person);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Nobody_else_decides_while_somebody_writes(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.WaitingAsync();
        await TakeAsync(line, seen, "Ana");
        Assert.Equal("Ana", Assert.IsType<Decision.BeingWritten>(await line.ApproveAsync(seen, approver: "Ben")).By);
        Assert.IsType<Decision.BeingWritten>(await line.Approvals.LetBeAsync(seen.Mention.Id, "an aside", "Ben", CancellationToken.None));
        Assert.IsType<Decision.BeingWritten>(await line.Approvals.SnoozeAsync(seen.Mention.Id, line.Clock.GetUtcNow().AddHours(1), "Ben", CancellationToken.None));
        Assert.Equal(MentionState.Waiting, await line.StateAsync(seen));
        Assert.IsType<Decision.Taken>(await line.ApproveAsync(seen, approver: "Ana via token Zapier"));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Taking_over_loses_nobodys_words(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.WaitingAsync();
        await TakeAsync(line, seen, "Ana");
        await line.Approvals.SaveDraftAsync(seen.Mention.Id, "Ana's first half", "Ana", CancellationToken.None);
        Assert.Null(await TakeAsync(line, seen, "Ben", over: true));
        await line.Approvals.SaveDraftAsync(seen.Mention.Id, "Ben's words", "Ben", CancellationToken.None);
        Assert.Equal("Ana's first half", Assert.Single((await line.OpenAsync(seen)).SetAside).Text);

        // What she typed in the moment before she was told.
        Assert.IsType<Decision.BeingWritten>(await line.Approvals.SaveDraftAsync(seen.Mention.Id, "Ana's first half and more", "Ana", CancellationToken.None));
        var open = await line.OpenAsync(seen);
        Assert.Equal(("Ben's words", "Ana's first half and more", "Ana"), (open.Typed!.Text, Assert.Single(open.SetAside).Text, open.SetAside[0].By));
        await line.Approvals.ForgetSetAsideAsync(seen.Mention.Id, "Ana", CancellationToken.None);
        Assert.Empty((await line.OpenAsync(seen)).SetAside);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Unfinished_words_of_a_colleague_are_set_aside_when_another_reply_is_approved(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.WaitingAsync();
        await line.Approvals.SaveDraftAsync(seen.Mention.Id, "Dora's idea", "Dora", CancellationToken.None);
        await line.ApproveAsync(seen, "Lovely to hear.", "Ana");
        Assert.Equal(("Dora's idea", "Dora"), (await line.OpenAsync(seen)).SetAside.Select(words => (words.Text, words.By)).Single());
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Words_set_aside_stay_for_a_month_after_the_talk_is_over(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.WaitingAsync();
        await line.Approvals.SaveDraftAsync(seen.Mention.Id, "Dora's idea", "Dora", CancellationToken.None);
        await line.Approvals.LetBeAsync(seen.Mention.Id, "no reply needed", "Ana", CancellationToken.None);
        await line.Database.WriteAsync(
            async session =>
            {
                await line.Get<KeptDrafts>().SetAsideAsync(session, seen.Mention.Id, "Ben", "Ben's idea", null, null);
                return true;
            },
            CancellationToken.None);
        line.Clock.Advance(TimeSpan.FromDays(29));
        await line.Get<ForgettingService>().ForgetAsync(CancellationToken.None);
        Assert.Contains((await line.OpenAsync(seen)).SetAside, words => words.By == "Ben");
        line.Clock.Advance(TimeSpan.FromDays(2));
        await line.Get<ForgettingService>().ForgetAsync(CancellationToken.None);
        Assert.Empty((await line.OpenAsync(seen)).SetAside);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_desk_is_seen_at_what_it_shows_until_it_turns_away_or_vanishes(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var presences = line.Get<Presences>();
        var ring = line.Get<Bell>().Next(Topic.Company);
        await presences.LookAsync("desk", "Ana", "one", CancellationToken.None);
        Assert.True(ring.IsCompleted);
        await presences.LookAsync("desk", "Ana", "two", CancellationToken.None);
        Assert.Equal("two", Assert.Single((await presences.AllAsync(CancellationToken.None)).Lookers).MentionId);
        line.Clock.Advance(TimeSpan.FromSeconds(46));
        Assert.Empty((await presences.AllAsync(CancellationToken.None)).Lookers);
        await presences.LookAsync("desk", "Ana", "one", CancellationToken.None);
        await presences.LeaveAsync("desk", CancellationToken.None);
        Assert.Empty((await presences.AllAsync(CancellationToken.None)).Lookers);
    }

    private static Task<Claim?> TakeAsync(TestLine line, OpenMention seen, string person, bool over = false) =>
        line.Get<Claims>().TakeAsync(seen.Mention.Id, $"desk of {person}", person, over, CancellationToken.None);
}
