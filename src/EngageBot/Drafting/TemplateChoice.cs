using EngageBot.Language;
using EngageBot.Library;
using EngageBot.Model;

namespace EngageBot.Drafting;

/// <summary>Which wordings may speak to an occasion, and in which order they are tried.</summary>
internal static class TemplateChoice
{
    private const int MostMatches = 2;
    private const uint NotEveryTime = 3;
    private const double Steps = 8;
    private const double Average = 0.45;

    /// <summary>
    /// The best template of each material, then the next of each, and only then the same ones in other words. Those made for the
    /// topic or with room for their words come first; else the post's id decides.
    /// </summary>
    public static IEnumerable<Candidate> For(Occasion occasion, IReadOnlyList<Material> materials)
    {
        var words = Tokenizer.Split(occasion.Post.Text).Select(token => token.Text).ToHashSet(StringComparer.Ordinal);
        var shelves = materials.Select(material => Shelf(occasion, material, words)).ToList();
        var (templates, ways) = (shelves.Max(shelf => shelf.Count), shelves.SelectMany(shelf => shelf).Select(place => place.Forms.Count).DefaultIfEmpty().Max());
        for (var way = 0; way < ways; way++)
            for (var rank = 0; rank < templates; rank++)
                foreach (var shelf in shelves)
                    if (rank < shelf.Count && way < shelf[rank].Forms.Count)
                        yield return shelf[rank].Way(way);
    }

    private static List<Place> Shelf(Occasion occasion, Material material, HashSet<string> words) =>
    [
        .. from template in occasion.Words.RepliesFor(material.Intent, occasion.Language)
           where template.For == material.For && template.When.Hold(occasion.IsFollowUp, occasion.IsReturning, occasion.Time)
               && (template.About.Count == 0 || template.About.Any(words.Contains))
           let forms = InTurn(occasion, [.. template.Forms.Where(form => IsFilled(form, material))])
           where forms.Count > 0
           let lot = Lot(occasion.Post.Id, template.Id)
           orderby Closeness(template, forms[0], words) + Turn(occasion, forms[0], lot) descending, Worth(occasion, template), lot
           select new Place(template, forms, material, lot),
    ];

    private static bool IsFilled(Wordform form, Material material) =>
        form.Needs.All(field => field is "greeting" or "sign_off" or "link" || material.Fields.ContainsKey(field));

    private static int Closeness(ReplyTemplate template, Wordform form, HashSet<string> words) =>
        Math.Min(MostMatches, template.About.Count(words.Contains))
        + (form.Needs.Contains("echo") ? 2 : 0)
        + (form.Needs.Contains("asked") ? 2 : 0)
        + (form.Needs.Contains("show") ? 1 : 0)
        + (template.When.Returning is true ? 1 : 0);

    /// <summary>Of the ways a template can go, those that ask nothing where nothing should be asked.</summary>
    private static List<Wordform> InTurn(Occasion occasion, List<Wordform> forms) =>
        occasion.MayAsk || forms.TrueForAll(form => form.Asks) ? forms : forms.FindAll(form => !form.Asks);

    /// <summary>A question where one is due, though not every time; none right after a question.</summary>
    private static int Turn(Occasion occasion, Wordform form, uint lot) =>
        !form.Asks || occasion.Understanding.Intent == Intent.Complaint ? 0 : !occasion.MayAsk ? -2 : lot % NotEveryTime == 0 ? 0 : 1;

    /// <summary>What was answered more often stands first, in steps: a small difference means nothing.</summary>
    private static int Worth(Occasion occasion, ReplyTemplate template) =>
        -(int)Math.Round(occasion.Talk.Starters.GetValueOrDefault(template.Id, Average) * Steps);

    // FNV-1a with a last stir: the same in every process, unlike string.GetHashCode
    private static uint Lot(string postId, string templateId)
    {
        var hash = 2166136261u;
        foreach (var letter in postId)
            hash = (hash ^ letter) * 16777619u;
        foreach (var letter in templateId)
            hash = (hash ^ letter) * 16777619u;
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6Bu;
        return hash ^ (hash >> 13);
    }

    /// <summary>A wording and what would fill it.</summary>
    internal sealed record Candidate(ReplyTemplate Template, Wordform Form, Material Material);

    private sealed record Place(ReplyTemplate Template, IReadOnlyList<Wordform> Forms, Material Material, uint Lot)
    {
        public Candidate Way(int way) => new(Template, Forms[(int)((Lot + (uint)way) % (uint)Forms.Count)], Material);
    }
}
