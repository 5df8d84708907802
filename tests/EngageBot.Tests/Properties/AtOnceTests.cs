using CsCheck;
using EngageBot.Approving;
using EngageBot.Model;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Properties;

/// <summary>Several people decide about the same mention in the same moment, on several programs where the engine allows it.</summary>
public sealed class AtOnceTests
{
    private static readonly string[] People = ["Ana", "Ben", "Cem", "Dua"];

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task One_decision_counts_the_others_are_told_and_the_journal_knows_one(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        await using var replica = engine == Engine.Sqlite ? null : line.Replica();
        var verbs = Gen.Enum<Verb>().List[2, People.Length];
        await verbs.SampleAsync(tried => DecideAsync(line, replica ?? line, tried), iter: Effort.Times(12), threads: 1, print: tried => string.Join(", ", tried));
        Assert.True((await line.ReceiptAsync()).Balanced);
    }

    private static async Task DecideAsync(TestLine line, TestLine other, List<Verb> tried)
    {
        var seen = await line.WaitingAsync();
        var decisions = await Task.WhenAll(tried.Select((verb, place) => Task.Run(() => TryAsync(place % 2 == 0 ? line : other, seen, verb, People[place]))));

        var final = tried.Zip(decisions).Where(pair => pair.First != Verb.Snooze).Select(pair => pair.Second).ToList();
        Assert.True(final.Count(decision => decision is Decision.Taken) <= 1, "two decided for good");
        Assert.Contains(decisions, decision => decision is Decision.Taken); // perhaps who snoozed it was faster than who approved it
        Assert.All(decisions.Where(decision => decision is not Decision.Taken), decision => Assert.True(decision is Decision.AlreadyTaken or Decision.MovedOn, $"told {decision}"));
        Assert.Equal(
            decisions.Count(decision => decision is Decision.Taken),
            await line.CountAsync($"SELECT COUNT(*) FROM journal WHERE mention_id = '{seen.Mention.Id}' AND what IN ('approved', 'let-be', 'snoozed')"));
        var state = await line.StateAsync(seen);
        Assert.Equal(state == MentionState.Answering ? 1 : 0, await line.CountAsync($"SELECT COUNT(*) FROM reply WHERE mention_id = '{seen.Mention.Id}'"));
        Assert.Equal(final.OfType<Decision.Taken>().FirstOrDefault()?.State ?? MentionState.Snoozed, state);
    }

    private static Task<Decision> TryAsync(TestLine line, OpenMention seen, Verb verb, string person) => verb switch
    {
        Verb.Approve => line.ApproveAsync(seen, $"Thank you for number {seen.Mention.Post.Id}, says {person}.", person),
        Verb.LetBe => line.Approvals.LetBeAsync(seen.Mention.Id, "nothing to add", person, CancellationToken.None),
        _ => line.Approvals.SnoozeAsync(seen.Mention.Id, line.Clock.GetUtcNow().AddHours(1), person, CancellationToken.None),
    };

    private enum Verb
    {
        Approve,
        LetBe,
        Snooze,
    }
}
