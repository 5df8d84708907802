namespace EngageBot.Benchmarks.Voice;

/// <summary>How far a second reading, made without sight of the first, agrees with it.</summary>
internal static class Agreement
{
    /// <summary>How many were read twice, and Cohen's kappa.</summary>
    /// <param name="file">A line each: <c>label⇥reply</c>.</param>
    public static (int Count, double Kappa) Of(IReadOnlyList<LabelledReply> replies, string file)
    {
        var first = replies.ToDictionary(reply => reply.Text, reply => reply.Warn, StringComparer.Ordinal);
        var pairs = File.ReadLines(file).Select(line => line.Split('\t')).Select(fields => (First: first[fields[1]], Second: fields[0] == "warn")).ToList();
        var agreed = Share(pairs.Count(pair => pair.First == pair.Second));
        var (once, again) = (Share(pairs.Count(pair => pair.First)), Share(pairs.Count(pair => pair.Second)));
        var chance = once * again + (1 - once) * (1 - again);
        return (pairs.Count, (agreed - chance) / (1 - chance));

        double Share(int count) => (double)count / pairs.Count;
    }
}
