namespace EngageBot.Benchmarks.Faults;

/// <summary>All that one run does, decided by its seed alone.</summary>
/// <param name="Deaths">The steps of the walk at which a process is killed.</param>
/// <param name="UsesOAuth2">Signs in with a token that runs out rather than with keys.</param>
/// <param name="TakesRepeats">X takes the same words twice, so that only the program stands between a reply and its double.</param>
internal sealed record RunPlan(int Seed, IReadOnlyList<Death> Deaths, int UndoSeconds, bool UsesOAuth2, bool TakesRepeats, int Managers, IReadOnlyList<Deed> Deeds)
{
    /// <summary>How long people and followers are at it; then the program comes to rest.</summary>
    public const int Length = 1_400;

    /// <summary>The faults of the catalogue come in turn; how and when exactly, the dice say.</summary>
    public static RunPlan Of(int seed, bool postgres, int replicas)
    {
        var dice = new Random(seed);
        var deeds = new List<Deed>();
        AddFollowers(deeds, dice);
        var schedule = new Schedule(seed, new Catalogue(postgres), replicas);
        foreach (var fault in schedule.Faults)
            deeds.AddRange(fault.Plan(new Spot(Moment(dice), dice.Next(replicas), dice)));
        if (schedule.Killing.Contains("posting.evidence"))
            deeds.Insert(0, new Deed.Strike(0, "POST /2/tweets", "drop", 3));
        var undo = schedule.Faults.Any(fault => fault.Name == Catalogue.RestartedInWindow) ? 5 : dice.Next(3) switch { 0 => 0, 1 => 2, _ => 5 };
        return new RunPlan(
            seed, [.. schedule.Killing.Select((step, place) => new Death(step, Visits(step, dice), ListensAlone(step) ? null : ((seed / 2) + place) % replicas))],
            undo, schedule.Faults.Any(fault => fault.NeedsOAuth2), dice.Next(2) == 0, 2 + dice.Next(2), [.. deeds.OrderBy(deed => deed.At)]);
    }

    /// <summary>Only one of several replicas listens, and nobody knows which.</summary>
    private static bool ListensAlone(string step) => step.StartsWith("listening", StringComparison.Ordinal);

    private static int Visits(string step, Random dice) => step is "posting.evidence" or "listening.timeline-stored" ? 1 : 1 + dice.Next(2);

    private static void AddFollowers(List<Deed> deeds, Random dice)
    {
        for (var number = 12 + dice.Next(16); number > 0; number--)
        {
            var kind = dice.Next(20) switch { < 6 => Speech.Thanks, < 10 => Speech.Question, < 12 => Speech.Complaint, 12 => Speech.Odd, < 16 => Speech.FollowUp, < 19 => Speech.AnswerToUs, _ => Speech.Stop };
            deeds.Add(new Deed.Say(dice.Next(Length * 3 / 4), dice.Next(9), kind, dice.Next(20) == 0 ? 20 + dice.Next(100) : 0));
        }
    }

    private static int Moment(Random dice) => 50 + dice.Next(Length - 200);
}
