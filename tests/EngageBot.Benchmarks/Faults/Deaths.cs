using System.Collections.Immutable;

namespace EngageBot.Benchmarks.Faults;

/// <summary>The kills of a run at named steps that have not struck yet; a life of the program is given those that are meant for it.</summary>
internal sealed class Deaths(IReadOnlyList<Death> planned, Tally tally)
{
    private ImmutableList<Death> left = [.. planned];

    /// <summary>Somebody is to die at a step that was not come to yet.</summary>
    public bool ArePending => !left.IsEmpty;

    /// <summary>As the program's part of the bench reads it: <c>posting.claimed:2,approving.decided:1</c>; null for a quiet life.</summary>
    public string? For(int replica)
    {
        var own = left.Where(death => death.Replica is null || death.Replica == replica).ToList();
        return own.Count == 0 ? null : string.Join(',', own.Select(death => $"{death.Step}:{death.Visits}"));
    }

    public void Struck(string step)
    {
        tally.Hit(Catalogue.KilledAt(step));
        ImmutableInterlocked.Update(ref left, deaths => deaths.RemoveAll(death => death.Step == step));
    }
}

/// <summary>A process is killed at the given visit of a step, once.</summary>
/// <param name="Replica">Which one; null for whichever comes there, as only one of several listens.</param>
internal sealed record Death(string Step, int Visits, int? Replica);
