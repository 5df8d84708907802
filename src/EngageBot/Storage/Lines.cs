namespace EngageBot.Storage;

/// <summary>Short lists kept in one TEXT column, an entry a line.</summary>
internal static class Lines
{
    public static string Join(IEnumerable<string> entries) => string.Join('\n', entries.Select(entry => entry.Replace('\n', ' ')));

    public static IReadOnlyList<string> Split(string joined) => joined.Length == 0 ? [] : joined.Split('\n');
}
