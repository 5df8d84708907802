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
        // Without the second reading a mention shown late is lost anyhow, which would prove nothing about the planted bug.
        return Plant != Plant.BookmarkBeforeInsert
            ? plan
            : plan with { Deeds = [.. plan.Deeds.Select(deed => deed is Deed.Say say ? say with { LateSeconds = 0 } : deed)] };
    }
}
