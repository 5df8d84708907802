namespace EngageBot.Sandbox.Control;

/// <summary>Which lines of which source were posted, so that a replay that was broken off can simply be repeated.</summary>
internal sealed class ReplayMemory
{
    private const int Most = 200_000;

    private readonly Lock gate = new();
    private readonly Dictionary<(string Source, string Label), Replayed> posted = [];

    public Replayed? Find(string source, string label)
    {
        lock (gate)
            return source.Length == 0 ? null : posted.GetValueOrDefault((source, label));
    }

    /// <summary>Looking and posting are one step: the replay that was broken off may still be running.</summary>
    public Replayed Once(string source, string label, Func<string> post)
    {
        if (source.Length == 0)
            return new Replayed(label, post());
        lock (gate)
        {
            if (posted.TryGetValue((source, label), out var earlier))
                return earlier;
            if (posted.Count >= Most)
                posted.Clear();
            return posted[(source, label)] = new Replayed(label, post());
        }
    }
}

/// <summary>A line of a file, and the post it became.</summary>
internal sealed record Replayed(string Label, string PostId);
