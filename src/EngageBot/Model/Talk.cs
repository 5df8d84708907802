namespace EngageBot.Model;

/// <summary>What was said before between one person and us, as far as a new draft must know it.</summary>
/// <param name="TheirTurns">How often they spoke in this thread before the mention at hand.</param>
/// <param name="OurTurns">How often we answered in this thread.</param>
/// <param name="MetBefore">Whether we ever answered them in another thread.</param>
/// <param name="Told">Library entries this person has already been told, from any thread.</param>
/// <param name="OurWords">Our latest replies to anybody, newest first: nothing of them may be said again.</param>
/// <param name="Proposed">What other drafts propose just now, newest last; better something else, but any of them may still be let be.</param>
public sealed record Talk(
    int TheirTurns, int OurTurns, bool MetBefore, IReadOnlyCollection<string> Told, IReadOnlyList<string> OurWords, IReadOnlyList<string> Proposed)
{
    /// <summary>Our own replies to this very person, newest first: nothing near them may be said to them again.</summary>
    public IReadOnlyList<string> Heard { get; init; } = [];

    /// <summary>A person who writes to us for the first time.</summary>
    public static Talk First { get; } = new(0, 0, false, [], [], []);
}
