using System.Globalization;

namespace EngageBot.Model;

/// <summary>
/// A sentence that is not worded yet: what it says in English, with places for its parts.
/// Rooms that know no reader hand it up; the desk says it in the reader's language.
/// </summary>
/// <param name="English">Also the key of its translations.</param>
/// <param name="Parts">What stands in the places; a part may be a phrase itself.</param>
public sealed record Phrase(string English, params IReadOnlyList<object?> Parts)
{
    /// <summary>Marks words that are translated where they are shown, for those that stand in a table.</summary>
    public static string Key(string english) => english;

    /// <summary>In English, for those who read no other: logs, the API, the command line.</summary>
    public override string ToString() => Parts.Count == 0 ? English : string.Format(CultureInfo.InvariantCulture, English, [.. Parts]);
}
