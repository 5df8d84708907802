using EngageBot.Approving;
using EngageBot.Approving.Together;
using EngageBot.Conversing;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Approving.Together;

public sealed class AssignmentsAndNotesTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_mention_is_given_to_a_colleague_and_to_nobody_again_and_the_journal_tells_it(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        await JoinAsync(line, "Ben", "approver");
        var seen = await line.WaitingAsync();
        Assert.IsType<Decision.Taken>(await AssignAsync(line, seen, "Ben"));
        Assert.Equal("Ben", (await line.OpenAsync(seen)).AssignedTo);
        Assert.Equal("Ben", Assert.Single(await line.Get<ApprovalQueue>().ListAsync(new QueueView(), CancellationToken.None)).AssignedTo);
        Assert.IsType<Decision.Taken>(await AssignAsync(line, seen, null));
        var open = await line.OpenAsync(seen);
        Assert.Null(open.AssignedTo);
        Assert.Equal([("Ana", "assigned", "to Ben"), ("Ana", "assigned", "to nobody")], open.Journal.Skip(1).Select(entry => (entry.Actor, entry.What, entry.Why)));
    }

    [Theory]
    [InlineData("Rita")] // reads only
    [InlineData("Nobody Known")]
    public async Task Only_who_may_write_can_be_given_something(string name)
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        await JoinAsync(line, "Rita", "reader");
        var seen = await line.WaitingAsync();
        Assert.Contains(name, Assert.IsType<Decision.NotPostable>(await AssignAsync(line, seen, name)).Why, StringComparison.Ordinal);
        Assert.Null((await line.OpenAsync(seen)).AssignedTo);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task What_is_decided_is_given_to_nobody(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        await JoinAsync(line, "Ben", "approver");
        var seen = await line.WaitingAsync();
        await line.ApproveAsync(seen, approver: "Ben");
        Assert.Equal("Ben", Assert.IsType<Decision.AlreadyTaken>(await AssignAsync(line, seen, "Ben")).By);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Notes_are_read_with_every_mention_of_the_talk_and_never_posted(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var notes = line.Get<Notes>();
        var first = await line.WaitingAsync(thread: "t1");
        await notes.AddAsync(first.Mention.Id, "She is the aunt of the lute player", "Ana", CancellationToken.None);
        line.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await line.WaitingAsync("@HarbourTheatre and thank you again", thread: "t1");
        await notes.AddAsync(second.Mention.Id, " @Ana then you answer ", "Ben", CancellationToken.None);
        Assert.Equal([("Ana", "She is the aunt of the lute player"), ("Ben", "@Ana then you answer")], (await line.OpenAsync(first)).Notes.Select(note => (note.Author, note.Text)));
        await line.ApproveAsync(await line.OpenAsync(second));
        line.Clock.Advance(TimeSpan.FromMinutes(1));
        await line.PostAsync();
        Assert.DoesNotContain("aunt", Assert.Single(line.Network.OwnPosts).Text, StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_deleted_post_takes_the_notes_of_its_talk_along_and_the_journal_keeps_that_there_was_one(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.WaitingAsync(thread: "t1");
        var later = await line.WaitingAsync("@HarbourTheatre thank you again", thread: "t1");
        await line.Get<Notes>().AddAsync(later.Mention.Id, "They wrote: what an evening", "Ana", CancellationToken.None);
        await line.Database.WriteAsync(
            async session =>
            {
                await line.Get<Withdrawals>().BecauseDeletedAsync(session, seen.Mention.Id);
                return 0;
            },
            CancellationToken.None);
        var open = await line.OpenAsync(later);
        Assert.Empty(open.Notes);
        Assert.Contains(open.Journal, entry => entry is { What: "noted", Actor: "Ana", Why: "" });
    }

    [Theory]
    [InlineData("  ", "empty")]
    [InlineData(null, "too long")]
    public async Task A_note_says_something_and_not_too_much(string? text, string why)
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var seen = await line.WaitingAsync();
        var refused = await line.Get<Notes>().AddAsync(seen.Mention.Id, text ?? new string('n', 1001), "Ana", CancellationToken.None);
        Assert.Contains(why, Assert.IsType<Decision.NotPostable>(refused).Why, StringComparison.Ordinal);
    }

    private static Task<Decision> AssignAsync(TestLine line, OpenMention seen, string? to) => line.Get<Assignments>().AssignAsync(seen.Mention.Id, to, "Ana", CancellationToken.None);

    private static Task JoinAsync(TestLine line, string name, string role) =>
        line.Database.WriteAsync(
            session => session.ExecuteAsync(
                "INSERT INTO person (id, name, normalized_name, password_hash, security_stamp, role, created_at) VALUES (@name, @name, @name, 'x', 'x', @role, 0)",
                new { name, role }),
            CancellationToken.None);
}
