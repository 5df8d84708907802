namespace EngageBot.Benchmarks.Faults;

/// <summary>One fault of the catalogue.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Plan">What a run has to do to meet it.</param>
/// <param name="NeedsOAuth2">Only an account that signs in with tokens can meet it.</param>
internal sealed record Fault(string Name, Func<Spot, IEnumerable<Deed>> Plan, bool NeedsOAuth2 = false)
{
    /// <summary>X misbehaves on one route.</summary>
    public static Fault Of(string kind, string route, Func<Spot, Deed.Strike> strike) => new($"{kind} on {route}", spot => [strike(spot) with { Kind = kind, Route = route }]);
}

/// <summary>Where in a run a fault is to be, and the dice that decide the rest.</summary>
internal sealed record Spot(int At, int Replica, Random Dice)
{
    public int Some(int most) => 1 + Dice.Next(most);

    public Deed.Strike Times(int times) => new(At, "", "", times);
}
