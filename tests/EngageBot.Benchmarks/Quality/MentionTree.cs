namespace EngageBot.Benchmarks.Quality;

/// <summary>What each head of a reading tells apart: intents in order of urgency, each against those that come after it.</summary>
internal static class MentionTree
{
    public static readonly string[] Intents = ["abuse", "spam", "complaint", "question", "curiosity", "thanks", "chat", "aside"];

    private static readonly Dictionary<string, (string[] For, string[] Against)> Heads = new()
    {
        ["abuse"] = (["abuse"], Intents[1..]),
        ["spam"] = (["spam"], Intents[2..]),
        ["complaint"] = (["complaint"], Intents[3..]),
        ["asks"] = (["question", "curiosity"], Intents[5..]),
        ["curiosity"] = (["curiosity"], ["question"]),
        ["thanks"] = (["thanks"], Intents[6..]),
        ["chat"] = (["chat"], ["aside"]),
    };

    /// <summary>True or false where the head learns from such a mention, else nothing.</summary>
    public static bool? SideOf(string head, string label) =>
        Heads[head].For.Contains(label) ? true : Heads[head].Against.Contains(label) ? false : null;

    /// <summary>What a row of a public data set says to the heads, and how much it counts beside a labelled mention.</summary>
    public static IEnumerable<(string Head, bool IsFor, float Weight)> Lessons(string set, string label) => (set, label) switch
    {
        ("spam_sms", _) => [("spam", label == "spam", 0.5f)],
        ("tac_question", _) => [("asks", label == "question", 1)],
        ("go_map5", "thanks") => [("thanks", true, 1), ("complaint", false, 1), ("asks", false, 1)],
        ("go_map5", "praise") => [("thanks", true, 1), ("complaint", false, 1)],
        ("go_map5", "question") => [("asks", true, 1)],
        ("go_map5", "negative") => [("thanks", false, 1), ("complaint", true, 1)],
        ("go_map5", _) => [("thanks", false, 1), ("complaint", false, 0.5f)],
        ("banking77", _) when IsPlainRequest(label) => [("asks", true, 0.5f), ("complaint", false, 0.3f), ("curiosity", false, 0.5f)],
        _ => [],
    };

    // where something went wrong, a customer's question is half a complaint
    private static bool IsPlainRequest(string label) =>
        !Array.Exists(["declined", "not_", "charge", "failed", "wrong"], word => label.Contains(word, StringComparison.Ordinal));
}
