using EngageBot.Conversing;
using EngageBot.Library;
using EngageBot.Model;

namespace EngageBot.Desk.Shelves;

/// <summary>Made-up mentions for templates that nobody has written to yet.</summary>
internal static class Examples
{
    private const int Most = 12;

    /// <summary>Those likeliest to fit the template first.</summary>
    public static IEnumerable<RecentMention> For(ReplyTemplate template, LibrarySnapshot words, DateTimeOffset now) =>
        from text in Texts(template, words)
        let post = new Post("1", new Person("1", "lena_k", "Lena King"), text, now, "1", null, template.Language)
        select new RecentMention(
            "", MentionState.Waiting, "", "", post,
            new Understanding(template.Intent, 1, true, template.Language, []),
            new Account("", "x", new Person("0", "us", "Us")), 0, null);

    private static IEnumerable<string> Texts(ReplyTemplate template, LibrarySnapshot words)
    {
        var topic = template.About.Count > 0 ? template.About[0] : "encore";
        var show = words.Voice.Shows.Count > 0 ? words.Voice.Shows[0] : "the show";
        var known = template.Intent switch
        {
            Intent.Question => words.Answers.Where(answer => answer.Language == template.Language).Select(answer => answer.Wordings[0]),
            Intent.Curiosity => words.Snippets.Where(snippet => snippet.Language == template.Language).Select(snippet => snippet.Asks.Count > 0 ? snippet.Asks[0] : $"How do you do the {string.Join(" and the ", snippet.Topics)}?"),
            _ => [],
        };
        var made = template.Intent switch
        {
            Intent.Thanks => $"Thank you, we loved the {topic} at {show} last night!",
            Intent.Complaint => $"We were let down by the {topic} at {show} last night.",
            Intent.Question => $"Is there something with {topic} at {show}, quite unlike all before?",
            Intent.Curiosity => $"I wonder about the {topic} in {show}, which nobody has told yet.",
            _ => $"Hello, the {topic} and {show} tonight.",
        };
        return [made, topic, .. known.Take(Most)];
    }
}
