namespace EngageBot.Benchmarks.Quality;

/// <summary>What public data sets teach the heads of a reading: one head for each intent, against all others.</summary>
internal static class MentionLessons
{
    private static readonly (string Set, int Rows)[] Sets = [("spam_sms", 3000), ("tac_question", 5000), ("go_map5", 12_000), ("banking77", 3000)];

    /// <summary>Rows of the sets with what they say to the heads, and how much it counts beside a labelled mention.</summary>
    public static IEnumerable<(string Text, Lesson[] Lessons)> Read(string data) =>
        from set in Sets
        from row in DataSplits.Read(data, set.Set).Train.Take(set.Rows)
        let taught = Of(set.Set, row.Label)
        where taught.Length > 0
        select (row.Text, taught);

    public static Lesson[] Of(string set, string label) => (set, label) switch
    {
        ("spam_sms", _) => [new("spam", label == "spam", 0.5f)],
        ("tac_question", _) => [Asks(label == "question")],
        ("go_map5", "thanks") => [new("thanks", true, 1), new("complaint", false, 1), Asks(false)],
        ("go_map5", "praise") => [new("thanks", true, 1), new("complaint", false, 1)],
        ("go_map5", "question") => [Asks(true)],
        ("go_map5", "negative") => [new("thanks", false, 1), new("complaint", true, 1)],
        ("go_map5", _) => [new("thanks", false, 1), new("complaint", false, 0.5f)],
        ("banking77", _) when IsPlainRequest(label) => [new("question", true, 0.25f), new("complaint", false, 0.3f), new("curiosity", false, 0.5f)],
        _ => [],
    };

    // what asks may also be curious
    private static Lesson Asks(bool isFor) => new("question", isFor, isFor ? 0.5f : 1);

    // where something went wrong, a customer's question is half a complaint
    private static bool IsPlainRequest(string label) =>
        !Array.Exists(["declined", "not_", "charge", "failed", "wrong"], word => label.Contains(word, StringComparison.Ordinal));
}

/// <summary>What a row of a public data set says to a head.</summary>
internal sealed record Lesson(string Head, bool IsFor, float Weight);
