using EngageBot.Approving;
using EngageBot.Approving.Rules;
using EngageBot.Model;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Approving;

public sealed class SecondLookTests
{
    private const string Complaint = "@HarbourTheatre we queued 40 minutes in the rain and nobody helped, really disappointed";
    private const string Sorry = "That is on us, and we are sorry. Which door was it?";
    private const string Advert = "Don't miss our award-winning show! Book now and save 20%, last few seats.";

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_reply_to_a_complaint_goes_out_after_two_people_approved_the_same_letters(Engine engine)
    {
        await using var line = await RuledHouse.OpenAsync(engine, rules => rules with { SecondForComplaints = true }, "Ana", "Ben");
        var seen = await line.WaitingAsync(Complaint);
        Assert.Equal(SecondLookRule.Complaint, Assert.IsType<Decision.Proposed>(await line.ApproveAsync(seen, Sorry, "Ana")).Rule);
        await EverythingDueAsync(line);
        Assert.Empty(line.Network.OwnPosts);
        Assert.Equal(MentionState.Waiting, await line.StateAsync(seen));

        var proposed = await line.OpenAsync(seen);
        Assert.Equal((Sorry, "Ana"), (proposed.Proposed!.Text, proposed.Proposed.ProposedBy));
        Assert.IsType<Decision.Taken>(await line.ApproveAsync(proposed, Sorry, "Ben"));
        await EverythingDueAsync(line);
        Assert.Equal(Sorry, Assert.Single(line.Network.OwnPosts).Text);
        var after = await line.OpenAsync(seen);
        Assert.Equal(("Ben", "Ana"), (after.Reply!.ApprovedBy, after.Reply.ProposedBy));
        Assert.Equal(["seen", "proposed", "approved", "sending", "sent"], after.Journal.Select(entry => entry.What));
        Assert.Equal("proposed by Ana", after.Journal[2].Why);
    }

    [Theory]
    [InlineData("Ana")]
    [InlineData("ANA")]
    [InlineData("Ana via token Zapier")]
    public async Task Nobody_is_their_own_second(string again)
    {
        await using var line = await RuledHouse.OpenAsync(Engine.Sqlite, rules => rules with { SecondForComplaints = true }, "Ana", "Ben");
        var seen = await line.WaitingAsync(Complaint);
        await line.ApproveAsync(seen, Sorry, "Ana");
        Assert.IsType<Decision.OwnSecond>(await line.ApproveAsync(await line.OpenAsync(seen), Sorry, again));
        await EverythingDueAsync(line);
        Assert.Empty(line.Network.OwnPosts);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Whoever_changes_the_words_proposes_them_and_the_first_may_second_them(Engine engine)
    {
        await using var line = await RuledHouse.OpenAsync(engine, rules => rules with { SecondForComplaints = true }, "Ana", "Ben");
        var seen = await line.WaitingAsync(Complaint);
        await line.ApproveAsync(seen, Sorry, "Ana");
        Assert.IsType<Decision.Proposed>(await line.ApproveAsync(await line.OpenAsync(seen), Sorry + " Tell us.", "Ben"));
        Assert.IsType<Decision.OwnSecond>(await line.ApproveAsync(await line.OpenAsync(seen), Sorry + " Tell us.", "Ben"));
        Assert.IsType<Decision.Taken>(await line.ApproveAsync(await line.OpenAsync(seen), Sorry + " Tell us.", "Ana"));
        await EverythingDueAsync(line);
        Assert.Equal(Sorry + " Tell us.", Assert.Single(line.Network.OwnPosts).Text);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task What_was_proposed_before_they_wrote_again_is_proposed_anew(Engine engine)
    {
        await using var line = await RuledHouse.OpenAsync(engine, rules => rules with { SecondForComplaints = true }, "Ana", "Ben");
        var seen = await line.WaitingAsync(Complaint, thread: "t1");
        await line.ApproveAsync(seen, Sorry, "Ana");
        var proposed = await line.OpenAsync(seen);
        line.Writes("@HarbourTheatre and my coat is ruined", thread: "t1");
        await line.ListenAsync();
        Assert.IsType<Decision.MovedOn>(await line.ApproveAsync(proposed, Sorry, "Ben"));
        Assert.IsType<Decision.Proposed>(await line.ApproveAsync(await line.OpenAsync(seen), Sorry, "Ben"));
        await EverythingDueAsync(line);
        Assert.Empty(line.Network.OwnPosts);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Of_two_people_who_approve_different_words_at_once_one_proposes_and_the_other_is_told(Engine engine)
    {
        await using var line = await RuledHouse.OpenAsync(engine, rules => rules with { SecondForComplaints = true }, "Ana", "Ben");
        var seen = await line.WaitingAsync(Complaint);
        var decisions = await Task.WhenAll(Task.Run(() => line.ApproveAsync(seen, Sorry, "Ana")), Task.Run(() => line.ApproveAsync(seen, "So sorry!", "Ben")));
        Assert.Single(decisions.OfType<Decision.Proposed>());
        Assert.Contains("proposed an answer", Assert.Single(decisions.OfType<Decision.MovedOn>()).WhatHappened, StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_proposal_taken_back_leaves_its_words_on_the_desk(Engine engine)
    {
        await using var line = await RuledHouse.OpenAsync(engine, rules => rules with { SecondForComplaints = true }, "Ana", "Ben");
        var seen = await line.WaitingAsync(Complaint);
        await line.ApproveAsync(seen, Sorry, "Ana");
        var proposed = await line.OpenAsync(seen);
        Assert.IsType<Decision.Taken>(await line.Approvals.UndoAsync(seen.Mention.Id, "Ana", CancellationToken.None));
        Assert.IsType<Decision.MovedOn>(await line.ApproveAsync(proposed, Sorry, "Ben"));
        var after = await line.OpenAsync(seen);
        Assert.Equal((null, Sorry, "proposal-undone"), (after.Proposed?.Text, after.Typed!.Text, after.Journal[^1].What));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_second_approval_taken_back_leaves_the_first_standing(Engine engine)
    {
        await using var line = await RuledHouse.OpenAsync(engine, rules => rules with { SecondForComplaints = true }, "Ana", "Ben");
        var seen = await line.WaitingAsync(Complaint);
        await line.ApproveAsync(seen, Sorry, "Ana");
        await line.ApproveAsync(await line.OpenAsync(seen), Sorry, "Ben");
        await line.Approvals.UndoAsync(seen.Mention.Id, "Ben", CancellationToken.None);
        Assert.IsType<Decision.OwnSecond>(await line.ApproveAsync(await line.OpenAsync(seen), Sorry, "Ana"));
        Assert.IsType<Decision.Taken>(await line.ApproveAsync(await line.OpenAsync(seen), Sorry, "Ben"));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Words_that_the_lint_blocks_need_a_reason_and_then_a_second_person(Engine engine)
    {
        await using var line = await RuledHouse.OpenAsync(engine, rules => rules with { SecondForBlockedWords = true }, "Ana", "Ben");
        var seen = await line.WaitingAsync();
        Assert.IsType<Decision.NeedsReason>(await line.ApproveAsync(seen, Advert, "Ana"));
        var proposed = await line.Approvals.ApproveAsync(
            seen.Mention.Id, seen.Mention.ConversationVersion, new Approval(Advert, Reason: "They asked on the phone"), "Ana", CancellationToken.None);
        Assert.Equal(SecondLookRule.BlockedWords, Assert.IsType<Decision.Proposed>(proposed).Rule);
        Assert.IsType<Decision.Taken>(await line.ApproveAsync(await line.OpenAsync(seen), Advert, "Ben"));
        Assert.Equal("proposed by Ana; They asked on the phone", (await line.OpenAsync(seen)).Journal[^1].Why);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task The_first_replies_of_a_newcomer_take_a_second_person_and_later_ones_do_not(Engine engine)
    {
        await using var line = await RuledHouse.OpenAsync(engine, rules => rules with { FirstRepliesOfNewcomers = 1 }, "Ana", "Ben");
        var first = await line.WaitingAsync(author: "one");
        Assert.Equal(SecondLookRule.Newcomer, Assert.IsType<Decision.Proposed>(await line.ApproveAsync(first, "Thank you, One.", "Ana")).Rule);
        Assert.IsType<Decision.Taken>(await line.ApproveAsync(await line.OpenAsync(first), "Thank you, One.", "Ben"));
        await EverythingDueAsync(line);
        Assert.IsType<Decision.Taken>(await line.ApproveAsync(await line.WaitingAsync(author: "two"), "Thank you, Two.", "Ben"));
        Assert.IsType<Decision.Proposed>(await line.ApproveAsync(await line.WaitingAsync(author: "three"), "Thank you, Three.", "Ana"));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Where_only_one_person_approves_no_rule_asks_for_a_second(Engine engine)
    {
        await using var line = await RuledHouse.OpenAsync(engine, rules => rules with { SecondForComplaints = true, FirstRepliesOfNewcomers = 5 }, "Ana");
        Assert.IsType<Decision.Taken>(await line.ApproveAsync(await line.WaitingAsync(Complaint), Sorry, "Ana"));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_deleted_complaint_takes_its_proposal_along(Engine engine)
    {
        await using var line = await RuledHouse.OpenAsync(engine, rules => rules with { SecondForComplaints = true }, "Ana", "Ben");
        var seen = await line.WaitingAsync(Complaint);
        await line.ApproveAsync(seen, Sorry, "Ana");
        await line.Database.WriteAsync(
            async session =>
            {
                await line.Get<EngageBot.Conversing.Withdrawals>().BecauseDeletedAsync(session, seen.Mention.Id);
                return 0;
            },
            CancellationToken.None);
        Assert.Null((await line.OpenAsync(seen)).Proposed);
        Assert.IsType<Decision.AlreadyTaken>(await line.ApproveAsync(await line.OpenAsync(seen), Sorry, "Ben"));
    }

    /// <summary>Whatever three people do in whatever order: what goes out was approved, letter by letter, by two of them in turn.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Nothing_goes_out_that_two_different_people_did_not_approve(int seed)
    {
        await using var line = await RuledHouse.OpenAsync(Engine.Sqlite, rules => rules with { SecondForComplaints = true }, "Ana", "Ben", "Cleo");
        var dice = new Random(seed);
        string[] people = ["Ana", "Ben", "Cleo", "Ana via token Zapier"];
        for (var round = 0; round < 6; round++)
        {
            var seen = await line.WaitingAsync(Complaint, author: $"talker{round}", thread: $"t{round}");
            string[] wordings = [$"Sorry, number {round}.", $"We are sorry, number {round}."];
            var (proposed, stale) = (("", ""), seen);
            for (var step = 0; step < 12; step++)
            {
                var (person, words) = (people[dice.Next(people.Length)], wordings[dice.Next(wordings.Length)]);
                var fresh = await line.OpenAsync(seen);
                var open = dice.Next(4) == 0 ? stale : fresh;
                stale = fresh;
                if (dice.Next(8) == 0)
                {
                    await line.Approvals.UndoAsync(seen.Mention.Id, person, CancellationToken.None);
                }
                else if (dice.Next(12) == 0)
                {
                    line.Writes("@HarbourTheatre and another thing", $"talker{round}", $"t{round}");
                    await line.ListenAsync();
                }
                else if (await line.ApproveAsync(open, words, person) is { ChangedSomething: true } decision)
                {
                    Assert.True(decision is Decision.Proposed || (proposed.Item1 == words && proposed.Item2 != person.Split(' ')[0]), $"{person} approved what {proposed.Item2} proposed");
                    proposed = decision is Decision.Proposed ? (words, person.Split(' ')[0]) : proposed;
                }
            }
            await EverythingDueAsync(line);
        }
        Assert.NotEmpty(line.Network.OwnPosts);
    }

    private static async Task EverythingDueAsync(TestLine line)
    {
        line.Clock.Advance(TimeSpan.FromMinutes(1));
        await line.PostAsync();
    }
}
