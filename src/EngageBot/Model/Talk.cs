namespace EngageBot.Model;

/// <summary>What was said before between one person and us, as far as a new draft must know it.</summary>
/// <param name="TheirTurns">How often they spoke in this thread before the mention at hand.</param>
/// <param name="OurTurns">How often we answered in this thread, from wherever.</param>
/// <param name="MetBefore">Whether we ever answered them in another thread.</param>
/// <param name="Told">Library entries this person has already been told, from any thread.</param>
/// <param name="OurWords">Our latest replies to anybody, newest first: nothing of them may be said again.</param>
/// <param name="Proposed">What other drafts propose just now, newest last; better something else, but any of them may still be let be.</param>
public sealed record Talk(
    int TheirTurns, int OurTurns, bool MetBefore, IReadOnlyCollection<string> Told, IReadOnlyList<string> OurWords, IReadOnlyList<string> Proposed)
{
    /// <summary>Our own replies to this very person and what is drafted for them, newest first: nothing near them may be said to them again.</summary>
    public IReadOnlyList<string> Heard { get; init; } = [];

    /// <summary>Those of them that were said in this thread.</summary>
    public IReadOnlyList<string> SaidHere { get; init; } = [];

    /// <summary>What is drafted for what else they wrote in this thread and waits.</summary>
    public IReadOnlyList<string> Coming { get; init; } = [];

    /// <summary>Library entries that were told in this thread.</summary>
    public IReadOnlyCollection<string> ToldHere { get; init; } = [];

    /// <summary>What they wrote in this thread before, newest first.</summary>
    public IReadOnlyList<string> TheirWords { get; init; } = [];

    /// <summary>Something of that was a complaint.</summary>
    public bool HasComplained { get; init; }

    /// <summary>When we last answered them here.</summary>
    public DateTimeOffset? SaidAt { get; init; }

    /// <summary>When we last answered them anywhere, or drafted what will probably be said.</summary>
    public DateTimeOffset? MetAt { get; init; }

    /// <summary>What they asked and we promised to find out, and have not told yet; null when nothing is owed.</summary>
    public string? Owed { get; init; }

    /// <summary>How often replies in the words of a template were answered, 0 to 1; only templates that were sent often enough.</summary>
    public IReadOnlyDictionary<string, double> Starters { get; init; } = new Dictionary<string, double>();

    /// <summary>A person who writes to us for the first time.</summary>
    public static Talk First { get; } = new(0, 0, false, [], [], []);
}
