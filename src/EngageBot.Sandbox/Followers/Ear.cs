namespace EngageBot.Sandbox.Followers;

/// <summary>What a follower hears in our reply, by keywords: a question back, an apology, something told, something nice.</summary>
internal sealed class Ear(Script script)
{
    private static readonly string[] Questions = ["asked details", "asked when", "asked moment", "asked who", "asked seat"];

    public string Hear(string theirPost, string ourReply)
    {
        var question = QuestionIn(ourReply);
        if (question.Length > 0 && Questions.FirstOrDefault(cue => Holds(question, cue)) is { } asked)
            return asked;
        if (Holds(ourReply, "apology"))
            return "apology";
        if (question.Length > 0)
            return "asked";
        if (QuestionIn(theirPost).Length > 0)
            return "answer";
        return Holds(ourReply, "insight") || ourReply.Length > 140 ? "insight" : "nice";
    }

    /// <summary>Short and polite, or asking for silence: nothing more is wanted.</summary>
    public bool IsOver(string theirPost)
    {
        var words = theirPost.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !word.StartsWith('@')).ToArray();
        return words.Length <= 1 || (words.Length <= 5 && Holds(theirPost, "over")) || WantsSilence(theirPost);
    }

    public bool WantsSilence(string theirPost) => Holds(theirPost, "stop");

    private bool Holds(string text, string cue) =>
        script.Of("cue " + cue, "any").Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string QuestionIn(string text)
    {
        var end = text.LastIndexOfAny(['?', '؟', '？']);
        if (end < 0)
            return "";
        var start = end == 0 ? -1 : text.LastIndexOfAny(['.', '!', '。', '\n'], end - 1);
        return text[(start + 1)..(end + 1)];
    }
}
