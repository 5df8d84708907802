using EngageBot.Conversing;
using EngageBot.Library.Editing;
using EngageBot.Model;

namespace EngageBot.Desk.Shelves;

/// <summary>What stands in a new entry before anybody has typed.</summary>
internal static class Prefill
{
    /// <summary>The question of a mention without handles and links: those are nobody else's business.</summary>
    public static string Question(string mention) =>
        string.Join(' ', mention.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word[0] is not '@' && !word.StartsWith("http", StringComparison.OrdinalIgnoreCase))) is { Length: > 0 } question
            ? char.ToUpperInvariant(question[0]) + question[1..]
            : "";

    public static string Answer(RecentMention? asked)
    {
        var empty = FrontMatter.TryParse("")!;
        return (asked is null ? empty : Language(empty.With("question", Question(asked.Post.Text)), asked.Understanding)).ToString();
    }

    /// <summary>Another way to ask what an answer answers.</summary>
    public static string Also(string answer, RecentMention asked) =>
        FrontMatter.TryParse(answer) is { } sheet
            ? sheet.WithList("also", [.. sheet["also"].Split('\n', StringSplitOptions.RemoveEmptyEntries), Question(asked.Post.Text)], inLine: false).ToString()
            : answer;

    public static string Template(Intent intent) => intent switch
    {
        Intent.Question => "---\nfor: answered\n---\n{{ greeting }} {{ answer }} {{ link }}\n",
        Intent.Curiosity => "---\nfor: told\n---\n{{ greeting }} {{ teller }} says: {{ snippet }}\n",
        _ => "---\nturn: any\n---\n{{ greeting }} \n",
    };

    private static FrontMatter Language(FrontMatter sheet, Understanding understanding) =>
        understanding.Language is "en" or "und" ? sheet : sheet.With("language", understanding.Language);
}
