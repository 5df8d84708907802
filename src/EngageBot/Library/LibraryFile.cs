namespace EngageBot.Library;

/// <summary>A file as last seen.</summary>
/// <param name="Name">Below the library's folder, for example <c>answers/tickets.md</c>.</param>
/// <param name="Content">Its last good version: an answer, a snippet, a template or the voice; null when there was none yet.</param>
/// <param name="Problem">What is wrong with it now; the content, if any, then stays in use.</param>
public sealed record LibraryFile(string Name, object? Content, LibraryProblem? Problem)
{
    public string Id => PromptLibrary.IdOf(Name);
}
