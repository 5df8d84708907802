namespace EngageBot.Desk.Shell;

/// <summary>What this person may do at the desk.</summary>
public sealed record Rights(string Name, bool MayDraft, bool MayDecide)
{
    public static Rights None { get; } = new("", false, false);
}
