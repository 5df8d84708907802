namespace EngageBot.Benchmarks.Faults;

/// <summary>All that one run does, decided by its seed alone.</summary>
/// <param name="KillAt">The step of the walk at which the first process is killed, as <c>posting.claimed:2</c>.</param>
/// <param name="UsesOAuth2">Signs in with a token that runs out rather than with keys.</param>
/// <param name="TakesRepeats">X takes the same words twice, so that only the program stands between a reply and its double.</param>
internal sealed record RunPlan(int Seed, string? KillAt, int UndoSeconds, bool UsesOAuth2, bool TakesRepeats, int Managers, IReadOnlyList<Deed> Deeds)
{
    /// <summary>How long people and followers are at it; then the program comes to rest.</summary>
    public const int Length = 1_400;

    private const string Post = "POST /2/tweets";
    private const string Mentions = "GET /2/users/{id}/mentions";
    private const string Timeline = "GET /2/users/{id}/tweets";

    public static readonly string[] Steps =
    [
        "listening.page-read", "listening.page-drafted", "listening.page-stored", "listening.page-committed", "listening.timeline-stored",
        "approving.decided", "approving.committed",
        "posting.claiming", "posting.claimed", "posting.answered", "posting.recording", "posting.recorded", "posting.evidence",
    ];

    public static RunPlan Of(int seed, bool postgres, int replicas)
    {
        var dice = new Random(seed);
        var deeds = new List<Deed>();
        AddFollowers(deeds, dice);
        var oAuth2 = dice.Next(5) == 0;
        string? killAt = null;
        for (var troubles = 1 + dice.Next(4); troubles > 0; troubles--)
            AddTrouble(deeds, dice, postgres, replicas, oAuth2);
        switch (dice.Next(10))
        {
            case < 5:
                killAt = $"{Steps[dice.Next(Steps.Length)]}:{1 + dice.Next(5)}";
                if (killAt.StartsWith("posting.evidence", StringComparison.Ordinal))
                    deeds.Add(new Deed.Strike(200, Post, "drop", 3));
                break;
            case < 7:
                deeds.Add(new Deed.Kill(Moment(dice), dice.Next(replicas)));
                break;
            case 7:
                deeds.Add(new Deed.KillWhenPublic(Moment(dice) / 2, dice.Next(replicas)));
                break;
        }
        return new RunPlan(seed, killAt, dice.Next(3) switch { 0 => 0, 1 => 2, _ => 5 }, oAuth2, dice.Next(2) == 0, 2 + dice.Next(2), [.. deeds.OrderBy(deed => deed.At)]);
    }

    private static void AddFollowers(List<Deed> deeds, Random dice)
    {
        for (var number = 12 + dice.Next(16); number > 0; number--)
        {
            var kind = dice.Next(20) switch { < 6 => Speech.Thanks, < 10 => Speech.Question, < 12 => Speech.Complaint, 12 => Speech.Odd, < 16 => Speech.FollowUp, < 19 => Speech.AnswerToUs, _ => Speech.Stop };
            deeds.Add(new Deed.Say(dice.Next(Length * 3 / 4), dice.Next(9), kind, dice.Next(20) == 0 ? 20 + dice.Next(100) : 0));
        }
    }

    private static void AddTrouble(List<Deed> deeds, Random dice, bool postgres, int replicas, bool oAuth2)
    {
        var at = Moment(dice);
        var replica = dice.Next(replicas);
        deeds.Add(dice.Next(32) switch
        {
            0 or 1 => new Deed.Strike(at, Post, "drop", 1 + dice.Next(3)),
            2 => new Deed.Strike(at, Post, "delay-after", 1 + dice.Next(2), Milliseconds: 25_000 + dice.Next(10_000)),
            3 => new Deed.Strike(at, Post, "delay", 1, Milliseconds: 1_000 + dice.Next(30_000)),
            4 => new Deed.Strike(at, Post, "error-before", 1 + dice.Next(3), Status: 500 + dice.Next(5)),
            5 => new Deed.Strike(at, Post, "error-after", 1 + dice.Next(3), Status: 500 + dice.Next(5)),
            6 => new Deed.Strike(at, dice.Next(2) == 0 ? Post : Mentions, "rate-limit", 1 + dice.Next(2), Seconds: 5 + dice.Next(60)),
            7 => new Deed.Strike(at, dice.Next(2) == 0 ? Post : Mentions, "rate-limit-bare", 1),
            8 => new Deed.Strike(at, Post, "rate-limit-old", 1),
            9 => new Deed.Strike(at, Post, "malformed", 1 + dice.Next(2)),
            10 => new Deed.Strike(at, Post, "truncated", 1 + dice.Next(2)),
            11 => new Deed.Strike(at, Post, "cut", 1 + dice.Next(2)),
            12 => new Deed.Strike(at, Post, "empty", 1 + dice.Next(2)),
            13 => new Deed.Strike(at, Post, "refuse", 1 + dice.Next(3)),
            14 => new Deed.Strike(at, Mentions, dice.Next(2) == 0 ? "malformed" : "truncated", 1 + dice.Next(4)),
            15 => new Deed.Strike(at, Mentions, dice.Next(2) == 0 ? "cut" : "drop", 1 + dice.Next(4)),
            16 => new Deed.Strike(at, Mentions, "duplicates", 5),
            17 => new Deed.Strike(at, Mentions, "out-of-order", 5),
            18 => new Deed.Strike(at, Timeline, dice.Next(2) == 0 ? "error-before" : "truncated", 1 + dice.Next(3)),
            19 => new Deed.Strike(at, Timeline, dice.Next(2) == 0 ? "duplicates" : "out-of-order", 5),
            20 => new Deed.Strike(at, Post, dice.Next(2) == 0 ? "credits-new" : "credits-old", 1),
            21 => new Deed.Strike(at, Mentions, dice.Next(2) == 0 ? "credits-new" : "spend-cap", 1),
            22 => new Deed.Strike(at, "*", oAuth2 ? "expired-token" : "unauthorized", 1),
            23 => new Deed.Strike(at, Post, "forbidden", 1),
            24 => new Deed.Outage(at, 200 + dice.Next(500)),
            25 => new Deed.Jump(at, replica, dice.Next(2) == 0 ? 2 : -2, 200 + dice.Next(400)),
            26 => new Deed.Jump(at, replica, dice.Next(2) == 0 ? 60 : -60, 200 + dice.Next(400)),
            27 => postgres ? new Deed.Cut(at) : new Deed.Lock(at, 100 + dice.Next(500)),
            28 => postgres ? new Deed.Cut(at) : new Deed.FillDisk(at, 100 + dice.Next(500)),
            29 => new Deed.Restart(at, replica),
            30 => new Deed.Delete(at, dice.Next(1_000)),
            _ => new Deed.AnswerByPhone(at, dice.Next(1_000)),
        });
    }

    private static int Moment(Random dice) => 50 + dice.Next(Length - 200);
}
