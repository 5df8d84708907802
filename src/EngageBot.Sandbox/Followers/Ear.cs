using System.Text.RegularExpressions;

namespace EngageBot.Sandbox.Followers;

/// <summary>What a follower hears in our reply, by keywords: a question back, an apology, something told, something nice.</summary>
internal sealed class Ear
{
    private static readonly string[] Questions = ["asked details", "asked past", "asked when", "asked moment", "asked who", "asked seat"];

    private readonly Dictionary<string, Regex> cues;

    public Ear(Script script)
    {
        var names = script.Sections.Select(section => section.Section).Where(name => name.StartsWith("cue ", StringComparison.Ordinal));
        cues = names.ToDictionary(name => name[4..], name => Listen(script.Of(name, "any")));
    }

    public string Hear(string theirPost, string ourReply)
    {
        var question = QuestionIn(ourReply);
        if (question.Length > 0)
            return Questions.FirstOrDefault(cue => Holds(question, cue)) ?? (Holds(ourReply, "apology") ? "apology" : "asked");
        if (Grumbles(theirPost))
            return Holds(ourReply, "apology") ? "apology" : "grumble";
        if (Holds(ourReply, "insight"))
            return "insight";
        if (QuestionIn(theirPost).Length > 0)
            return "answer";
        return Holds(ourReply, "apology") ? "apology" : "nice";
    }

    public bool Grumbles(string theirPost) => Holds(theirPost, "grumble");

    /// <summary>Short and polite, or nothing but a smile: nothing more is wanted.</summary>
    public bool IsOver(string theirPost)
    {
        var words = theirPost.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => !word.StartsWith('@'));
        return words <= 1 || (words <= 5 && QuestionIn(theirPost).Length == 0 && Holds(theirPost, "over"));
    }

    public bool WantsSilence(string theirPost) => Holds(theirPost, "stop");

    private bool Holds(string text, string cue) => cues[cue].IsMatch(text);

    private static Regex Listen(IEnumerable<string> words) =>
        new(string.Join('|', words), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static string QuestionIn(string text)
    {
        var end = text.LastIndexOfAny(['?', '؟', '？']);
        if (end < 0)
            return "";
        var start = end == 0 ? -1 : text.LastIndexOfAny(['.', '!', '。', '\n'], end - 1);
        return text[(start + 1)..(end + 1)];
    }
}
