namespace EngageBot.Approving;

/// <summary>By what the queue can be narrowed: what stands in it.</summary>
/// <param name="Languages">ISO 639-1 codes, those that are met most first.</param>
/// <param name="Accounts">Handles of ours.</param>
/// <param name="Assignees">Colleagues whom something was given to.</param>
public sealed record QueueKinds(IReadOnlyList<string> Languages, IReadOnlyList<string> Accounts, IReadOnlyList<string> Assignees)
{
    public static QueueKinds None { get; } = new([], [], []);
}
