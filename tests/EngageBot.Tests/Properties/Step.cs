using CsCheck;

namespace EngageBot.Tests.Properties;

/// <summary>What may happen to a mention.</summary>
internal enum Happening
{
    Look, Approve, Type, LetBe, Snooze, Undo, Reopen, Correct, Note, Claim, Release,
    TheyWrite, TheyDelete, TheyStop, TheyInvite, AnsweredByPhone, Listen,
    Wait, Wake, Curtain, Post, Settle, Forget, Restart,
}

/// <summary>One event of a random story.</summary>
/// <param name="Who">Which of the two colleagues.</param>
/// <param name="Which">Which of the mentions.</param>
/// <param name="Kind">How long, how an attempt ends, what it is corrected to.</param>
/// <param name="KilledAt">The step of the walk at which the program dies; 0 for none.</param>
internal sealed record Step(Happening What, int Who, int Which, int Kind, int KilledAt)
{
    public string Person => Who == 0 ? "Ana" : "Ben";

    private static readonly Happening[] Way = [Happening.Look, Happening.Approve, Happening.Wait, Happening.Post, Happening.Settle];

    // what leads to a public reply comes more often than chance would have it
    private static readonly Gen<Happening> Often = Gen.Frequency(
        (3, Gen.Enum<Happening>()),
        (2, Gen.Int[0, Way.Length - 1].Select(place => Way[place])));

    public static Gen<List<Step>> Stories { get; } =
        Gen.Select(Often, Gen.Int[0, 1], Gen.Int[0, 2], Gen.Int[0, 9], Gen.Frequency((8, Gen.Const(0)), (1, Gen.Int[1, 4])), (what, who, which, kind, killed) => new Step(what, who, which, kind, killed))
            .List[1, 24];

    public override string ToString() => $"{What} by {Person} on {Which}, {Kind}{(KilledAt == 0 ? "" : $", killed at step {KilledAt}")}";
}
