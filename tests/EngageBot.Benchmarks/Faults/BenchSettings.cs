namespace EngageBot.Benchmarks.Faults;

/// <summary>What all runs of one call have in common.</summary>
/// <param name="Replicas">How many copies of the program share the store.</param>
/// <param name="Plant">The bug that is to be found, if any.</param>
/// <param name="Program">Where the program lies.</param>
internal sealed record BenchSettings(bool Postgres, int Replicas, Plant Plant, string Program)
{
    public RunPlan PlanOf(int seed)
    {
        var plan = RunPlan.Of(seed, Postgres, Replicas);
        return plan with { Deeds = [.. plan.Deeds.Select(deed => deed is Deed.Say say ? Planted(say) : deed)] };
    }

    private Deed.Say Planted(Deed.Say say) => say.Kind switch
    {
        // Without the second reading a mention shown late is lost anyhow, which would prove nothing about the planted bug.
        _ when Plant == Plant.BookmarkBeforeInsert => say with { LateSeconds = 0 },
        // So few ask us to stop and write again that it would take long to meet them.
        Speech.AnswerToUs when Plant == Plant.StopForgotten => say with { Kind = Speech.Stop },
        _ => say,
    };
}
