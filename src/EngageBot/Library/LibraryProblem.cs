namespace EngageBot.Library;

/// <summary>What is wrong with a file under <c>prompts/</c>, in words its author can act on.</summary>
/// <param name="File">Below the library's folder, for example <c>answers/tickets.md</c>.</param>
/// <param name="Line">Counted from 1; 1 also when no single line is to blame.</param>
public sealed record LibraryProblem(string File, int Line, string Reason)
{
    public override string ToString() => $"{File}:{Line}: {Reason}";
}
