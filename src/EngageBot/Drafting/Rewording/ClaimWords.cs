namespace EngageBot.Drafting.Rewording;

/// <summary>The words of <c>claims.txt</c>, by kind.</summary>
internal static class ClaimWords
{
    private static readonly ILookup<string, string> Lines = Read();

    /// <summary>Number words and the figure each stands for; those that stand for none, for themselves.</summary>
    public static IReadOnlyDictionary<string, string> Numbers { get; } = Of("number").Select(word => word.Split('=')).DistinctBy(pair => pair[0]).ToDictionary(pair => pair[0], pair => pair[^1]);

    public static IReadOnlyList<string> Times { get; } = [.. Of("time")];

    public static IReadOnlyList<string> Promises { get; } = [.. Of("promise")];

    public static IReadOnlyList<string> Intents { get; } = [.. Of("intent")];

    public static IReadOnlySet<string> Fillers { get; } = Of("filler").ToHashSet(StringComparer.Ordinal);

    public static IReadOnlySet<string> Negations { get; } = Of("negation").ToHashSet(StringComparer.Ordinal);

    public static IReadOnlySet<string> Openers { get; } = Of("opener").ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Of(string kind) => Lines[kind].SelectMany(line => line.Split(", ")).Distinct();

    private static ILookup<string, string> Read()
    {
        using var file = new StreamReader(typeof(ClaimWords).Assembly.GetManifestResourceStream($"{typeof(ClaimWords).Namespace}.claims.txt")!);
        return file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split(": ", 2))
            .ToLookup(pair => pair[0], pair => pair[1]);
    }
}
