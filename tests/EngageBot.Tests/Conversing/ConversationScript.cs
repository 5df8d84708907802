using Xunit;

namespace EngageBot.Tests.Conversing;

/// <summary>The talks of <c>Scripts/conversations.txt</c>.</summary>
internal static class ConversationScript
{
    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<(string Who, string What)>>> All = new(Read);

    public static TheoryData<string> Names => [.. All.Value.Keys];

    public static IReadOnlyList<(string Who, string What)> Of(string name) => All.Value[name];

    private static Dictionary<string, IReadOnlyList<(string, string)>> Read()
    {
        var talks = new Dictionary<string, IReadOnlyList<(string, string)>>(StringComparer.Ordinal);
        List<(string, string)> current = [];
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Conversing", "Scripts", "conversations.txt")))
        {
            if (line.StartsWith("= ", StringComparison.Ordinal))
                talks.Add(line[2..], current = []);
            else if (line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
                current.Add(line.Split(": ", 2) is [var who, var what] ? (who, what) : (line, ""));
        }
        return talks;
    }
}
