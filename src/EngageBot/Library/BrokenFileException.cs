namespace EngageBot.Library;

/// <summary>A library file cannot be used; the loader turns it into a <see cref="LibraryProblem"/>.</summary>
internal sealed class BrokenFileException(int line, string reason) : Exception(reason)
{
    public int Line { get; } = line;
}
