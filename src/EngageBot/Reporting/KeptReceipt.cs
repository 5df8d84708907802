using EngageBot.Model;

namespace EngageBot.Reporting;

/// <summary>The receipt of a day of the house's calendar, as it was when the day was over.</summary>
/// <param name="MadeAt">Null while the network could not be asked yet.</param>
/// <param name="Problem">Why it could not.</param>
/// <param name="SettledBy">Who has looked into the differences.</param>
public sealed record KeptReceipt(
    DateOnly Day, DateTimeOffset From, DateTimeOffset Until, DateTimeOffset? MadeAt, long Seen, IReadOnlyDictionary<MentionState, long> Standing,
    long Sent, long ByHand, IReadOnlyList<Difference> Differences, string? Problem, string? SettledBy)
{
    /// <summary>Every mention seen is in exactly one state.</summary>
    public bool Balanced => Seen == Standing.Values.Sum();

    /// <summary>Nothing is left for a person to look into.</summary>
    public bool IsAllRight => Balanced && Differences.Count == 0;

    /// <summary>Somebody should look into it, and nobody has.</summary>
    public bool IsOpen => MadeAt is not null && !IsAllRight && SettledBy is null;
}
