namespace EngageBot.Library.Editing;

/// <summary>What came of an edit: saved, or why not, in words for the person who tried. Nothing typed is lost by any of them.</summary>
public abstract record EditOutcome
{
    private EditOutcome()
    {
    }

    /// <summary>Done.</summary>
    /// <param name="Mark">Of the text that is there now; null when the file is gone.</param>
    public sealed record Saved(string File, string? Mark) : EditOutcome;

    /// <summary>The text cannot be used.</summary>
    public sealed record Broken(int Line, string Reason) : EditOutcome;

    /// <summary>Somebody was faster.</summary>
    /// <param name="Now">What is there now; null when the file is gone.</param>
    /// <param name="By">Who, where the desk knows; null for a change made outside of it.</param>
    public sealed record Collided(FileText? Now, string? By, DateTimeOffset? At) : EditOutcome;

    /// <summary>The folder or the database does not take it.</summary>
    public sealed record Unwritable(string Why) : EditOutcome;
}
