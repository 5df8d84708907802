using System.Diagnostics;
using EngageBot.Networks;

namespace EngageBot.Reporting;

/// <summary>What the network shows beside what we hold and call sent.</summary>
/// <param name="Sent">Replies we call sent.</param>
/// <param name="ByHand">Posts of ours that others made, by app or by hand.</param>
/// <param name="Problem">Why the network could not be asked; null when it could.</param>
/// <param name="Shown">Mentions that the network showed again.</param>
internal sealed record Comparison(int Sent, int ByHand, IReadOnlyList<Difference> Differences, string? Problem = null, int Shown = 0)
{
    public bool Agrees => Problem is null && Differences.Count == 0;

    public Comparison With(Comparison other) =>
        new(Sent + other.Sent, ByHand + other.ByHand, [.. Differences, .. other.Differences], Problem ?? other.Problem, Shown + other.Shown);
}

/// <summary>One post on which the network and we disagree.</summary>
public sealed record Difference(string PostId, DifferenceKind Kind);

/// <summary>How we disagree.</summary>
public enum DifferenceKind
{
    /// <summary>We call it sent; our timeline does not show it. It was deleted, or X hides it.</summary>
    NotShown,

    /// <summary>Our timeline shows it; we do not call it sent.</summary>
    NotKnown,

    /// <summary>The network shows it as a mention of us; we do not hold it.</summary>
    NotHeld,
}

/// <summary>Says why a read brought nothing.</summary>
internal static class UnreadReasons
{
    public static string Why<T>(this ReadOutcome<T> outcome) => outcome switch
    {
        ReadOutcome<T>.RateLimited(var until) => $"X asks us to wait until {until:t} UTC.",
        ReadOutcome<T>.Failed(var reason) => reason,
        ReadOutcome<T>.Halted(var reason, _) => reason,
        _ => throw new UnreachableException(),
    };
}
