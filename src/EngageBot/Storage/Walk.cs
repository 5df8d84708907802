using System.Diagnostics;

namespace EngageBot.Storage;

/// <summary>
/// Says aloud which step of a mention's walk was just reached, so that a fault run can stop the program exactly there.
/// Nobody listens in an ordinary run: then it is one comparison, and it never does anything by itself.
/// </summary>
internal static class Walk
{
    /// <summary>The name under which .NET's diagnostics find it.</summary>
    public const string Name = "EngageBot.Walk";

    private static readonly DiagnosticListener Steps = new(Name);

    /// <param name="step">Room and step, as in <c>posting.claimed</c>.</param>
    /// <param name="about">The key of what it is about.</param>
    public static void Reached(string step, string? about = null)
    {
        if (Steps.IsEnabled())
            Steps.Write(step, about);
    }
}
