using EngageBot.Model;

namespace EngageBot.Drafting;

/// <summary>What fills the gaps of a template, and the library entries it comes from.</summary>
/// <param name="For">The situation that a template must be meant for.</param>
internal sealed record Material(string? For, IReadOnlyDictionary<string, object> Fields, IReadOnlyList<string> Sources)
{
    private const double GoodEnough = 0.55;
    private const double CloseToBest = 0.85;
    private const double Fitting = 0.5;
    private const int Most = 2;

    /// <summary>Best first; at least one.</summary>
    public static IReadOnlyList<Material> AllFor(Occasion occasion)
    {
        var common = CommonFields.Of(occasion);
        IReadOnlyList<Material> found = occasion.Understanding.Intent switch
        {
            Intent.Question => [.. Answers(occasion, common)],
            Intent.Curiosity => [.. Snippets(occasion, common)],
            _ => [new Material(null, common, [])],
        };
        if (found.Count > 0)
            return found;
        return [new Material(occasion.Understanding.Intent == Intent.Question ? "unanswered" : "untold", common, [])];
    }

    private static IEnumerable<Material> Answers(Occasion occasion, Dictionary<string, object> common)
    {
        var found = occasion.Words.AnswersTo(occasion.Post.Text, occasion.Language, occasion.Day);
        return from answer in found.Take(Most)
               where answer.Score >= GoodEnough && answer.Score >= found[0].Score * CloseToBest
               select new Material("answered", With(common, ("answer", answer.Entry.Text), ("link", answer.Entry.Link ?? "")), [answer.Entry.Id]);
    }

    /// <summary>A snippet is never told twice to the same person.</summary>
    private static IEnumerable<Material> Snippets(Occasion occasion, Dictionary<string, object> common) =>
        from snippet in occasion.Words.SnippetsOn(occasion.Post.Text, occasion.Language, occasion.Day)
            .Where(snippet => snippet.Score >= Fitting && !occasion.Talk.Told.Contains(snippet.Entry.Id))
            .Take(Most)
        select new Material("told", With(common, ("snippet", snippet.Entry.Text), ("teller", snippet.Entry.Teller)), [snippet.Entry.Id]);

    private static Dictionary<string, object> With(Dictionary<string, object> common, params ReadOnlySpan<(string Name, object Value)> more)
    {
        var fields = new Dictionary<string, object>(common);
        foreach (var (name, value) in more)
            fields[name] = value;
        return fields;
    }
}
