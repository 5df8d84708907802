namespace EngageBot.Benchmarks.Faults;

/// <summary>Every fault that we know how to bring about. Each run meets some of each kind in turn, so that none is left to chance.</summary>
internal sealed class Catalogue(bool postgres)
{
    public const string ShownLate = "a mention shown late";
    public const string HourOut = "X out of reach for an hour";
    public const string DiskFull = "the disk full";
    public const string Locked = "the database locked";
    public const string CutOff = "every PostgreSQL connection cut";
    public const string Deleted = "a mention deleted";
    public const string ByPhone = "answered by phone";
    public const string Restarted = "asked to end, and started again";
    public const string RestartedInWindow = "ended and started again in the undo window";
    public const string KilledAnywhere = "killed at a random instant";
    public const string KilledWhenPublic = "killed when the reply was public";
    public const string LostSignIn = "killed between a renewed sign-in and its keeping";

    private const string Post = "POST /2/tweets";
    private const string Mentions = "GET /2/users/{id}/mentions";
    private const string Timeline = "GET /2/users/{id}/tweets";

    /// <summary>The named steps of a mention's way.</summary>
    public static readonly string[] Steps =
    [
        "listening.page-read", "listening.page-drafted", "listening.page-stored", "listening.page-committed", "listening.timeline-stored",
        "approving.decided", "approving.committed",
        "posting.claiming", "posting.claimed", "posting.answered", "posting.recording", "posting.recorded", "posting.evidence",
    ];

    private static readonly string[] Verbs = ["approve", "edit", "undo", "let be", "snooze"];

    /// <summary>What can befall a reply on its way out; those that make us wait come after the others.</summary>
    public static IReadOnlyList<Fault> OfPosts { get; } =
    [
        Fault.Of("drop", Post, spot => spot.Times(spot.Some(3))),
        Fault.Of("delay-after", Post, spot => spot.Times(1) with { Milliseconds = 25_000 + spot.Dice.Next(10_000) }),
        Fault.Of("delay", Post, spot => spot.Times(1) with { Milliseconds = 1_000 + spot.Dice.Next(30_000) }),
        Fault.Of("error-before", Post, spot => spot.Times(spot.Some(2)) with { Status = 500 + spot.Dice.Next(5) }),
        Fault.Of("error-after", Post, spot => spot.Times(spot.Some(3)) with { Status = 500 + spot.Dice.Next(5) }),
        Fault.Of("malformed", Post, spot => spot.Times(spot.Some(2))),
        Fault.Of("truncated", Post, spot => spot.Times(spot.Some(2))),
        Fault.Of("cut", Post, spot => spot.Times(spot.Some(2))),
        Fault.Of("empty", Post, spot => spot.Times(spot.Some(2))),
        Fault.Of("forbidden", Post, spot => spot.Times(1)),
        Fault.Of("refuse", Post, spot => Late(spot.Times(spot.Some(2)))),
        Fault.Of("rate-limit", Post, spot => Late(spot.Times(1) with { Seconds = 5 + spot.Dice.Next(60) })),
        Fault.Of("rate-limit-bare", Post, spot => Late(spot.Times(1))),
        Fault.Of("rate-limit-old", Post, spot => Late(spot.Times(1))),
        Fault.Of("credits-new", Post, spot => Late(spot.Times(1))),
        Fault.Of("credits-old", Post, spot => Late(spot.Times(1))),
    ];

    /// <summary>What can befall a page of mentions.</summary>
    public static IReadOnlyList<Fault> OfPages { get; } =
    [
        Fault.Of("malformed", Mentions, spot => spot.Times(spot.Some(4))),
        Fault.Of("truncated", Mentions, spot => spot.Times(spot.Some(4))),
        Fault.Of("cut", Mentions, spot => spot.Times(spot.Some(4))),
        Fault.Of("drop", Mentions, spot => spot.Times(spot.Some(4))),
        Fault.Of("error-before", Mentions, spot => spot.Times(spot.Some(4)) with { Status = 500 + spot.Dice.Next(5) }),
        Fault.Of("error-after", Mentions, spot => spot.Times(spot.Some(4)) with { Status = 500 + spot.Dice.Next(5) }),
        Fault.Of("delay-after", Mentions, spot => spot.Times(1) with { Milliseconds = 5_000 + spot.Dice.Next(60_000) }),
        Fault.Of("duplicates", Mentions, spot => spot.Times(5)),
        Fault.Of("out-of-order", Mentions, spot => spot.Times(5)),
        Fault.Of("rate-limit", Mentions, spot => spot.Times(spot.Some(2)) with { Seconds = 5 + spot.Dice.Next(60) }),
        Fault.Of("rate-limit-bare", Mentions, spot => spot.Times(1)),
        Fault.Of("credits-new", Mentions, spot => spot.Times(1)),
        Fault.Of("spend-cap", Mentions, spot => spot.Times(1)),
    ];

    /// <summary>What can befall our own timeline, the witness.</summary>
    public static IReadOnlyList<Fault> OfTimelines { get; } =
    [
        Fault.Of("error-before", Timeline, spot => spot.Times(spot.Some(3)) with { Status = 500 + spot.Dice.Next(5) }),
        Fault.Of("truncated", Timeline, spot => spot.Times(spot.Some(3))),
        Fault.Of("duplicates", Timeline, spot => spot.Times(5)),
        Fault.Of("out-of-order", Timeline, spot => spot.Times(5)),
    ];

    /// <summary>What can befall everything around.</summary>
    public IReadOnlyList<Fault> Surroundings { get; } =
    [
        new(HourOut, spot => [new Deed.Outage(spot.At, 400 + spot.Dice.Next(500))]),
        .. new[] { 2, -2, 60, -60 }.Select(minutes => new Fault(Jumped(minutes), spot => [new Deed.Jump(spot.At, spot.Replica, minutes, 300 + spot.Dice.Next(500))])),
        .. postgres ? [new Fault(CutOff, spot => [new Deed.Cut(spot.At)])] : new Fault[]
        {
            new(Locked, spot => [new Deed.Lock(spot.At, 100 + spot.Dice.Next(500))]),
            new(DiskFull, spot => [new Deed.FillDisk(spot.At, 100 + spot.Dice.Next(500))]),
        },
        new(Restarted, spot => [new Deed.Restart(spot.At, spot.Replica)]),
        new(RestartedInWindow, spot => [new Deed.RestartInWindow(spot.At, spot.Replica)]),
        new(Deleted, spot => [new Deed.Delete(Math.Max(spot.At, 500), spot.Dice.Next(1_000))]),
        new(ByPhone, spot => [new Deed.AnswerByPhone(Math.Max(spot.At, 500), spot.Dice.Next(1_000))]),
        new(KilledAnywhere, spot => [new Deed.Kill(spot.At, spot.Replica)]),
        new(KilledWhenPublic, spot => [new Deed.KillWhenPublic(spot.At / 2)]),
        new("expired-token", spot => [new Deed.Strike(spot.At, "*", "expired-token", 1)], NeedsOAuth2: true),
        new("unauthorized", spot => [new Deed.Strike(spot.At, "*", "unauthorized", 1)]),
        new(LostSignIn, spot => [new Deed.LoseSignIn(spot.At / 2)], NeedsOAuth2: true),
    ];

    /// <summary>What the schedule sees to.</summary>
    public IReadOnlyList<string> Planned => [.. OfPosts.Concat(OfPages).Concat(OfTimelines).Concat(Surroundings).Select(fault => fault.Name), .. Steps.Select(KilledAt)];

    /// <summary>Everything that the report asks for: followers whose words are late and colleagues at work besides.</summary>
    public IReadOnlyList<string> Names => [.. Planned, ShownLate, .. Verbs.Select(Asked)];

    public static string KilledAt(string step) => $"killed at {step}";

    public static string Jumped(int minutes) => FormattableString.Invariant($"the clock jumps by {minutes} minutes");

    public static string Asked(string verb) => $"a colleague's {verb} meanwhile";

    private static Deed.Strike Late(Deed.Strike strike) => strike with { At = 600 + (strike.At / 3) };
}
