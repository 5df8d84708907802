namespace EngageBot.Library.Editing;

/// <summary>One change of a library file, made at the desk.</summary>
/// <param name="What">added, changed, removed or restored.</param>
/// <param name="Before">Null when there was no file.</param>
/// <param name="After">Null when the file went.</param>
public sealed record LibraryEdit(string Id, string File, DateTimeOffset At, string Editor, string What, string? Before, string? After);
