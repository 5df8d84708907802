using EngageBot.Language;
using EngageBot.Library;

namespace EngageBot.Drafting;

/// <summary>Which templates may speak to an occasion, and in which order they are tried.</summary>
internal static class TemplateChoice
{
    /// <summary>Those made for the topic first, the rest in an order that the post's id decides.</summary>
    public static IReadOnlyList<Candidate> For(Occasion occasion)
    {
        var materials = Material.AllFor(occasion);
        var words = Tokenizer.Split(occasion.Post.Text).Select(token => token.Text).ToHashSet(StringComparer.Ordinal);
        var seed = Seed(occasion.Post.Id);
        return
        [
            .. from material in materials.Select((value, place) => (value, place))
               from template in occasion.Words.RepliesFor(occasion.Understanding.Intent, occasion.Language)
               where Fits(template, material.value, occasion, words)
               orderby material.place, template.About.Count > 0 ? 0 : 1, Seed(template.Id) ^ seed
               select new Candidate(template, material.value),
        ];
    }

    private static bool Fits(ReplyTemplate template, Material material, Occasion occasion, HashSet<string> words) =>
        template.For == material.For
        && (template.FollowUp is null || template.FollowUp == occasion.IsFollowUp)
        && (template.About.Count == 0 || template.About.Any(words.Contains))
        && template.Form.Needs.All(field => field is "greeting" or "sign_off" or "link" || material.Fields.ContainsKey(field));

    // FNV-1a: the same in every process, unlike string.GetHashCode
    private static uint Seed(string id)
    {
        var hash = 2166136261u;
        foreach (var letter in id)
            hash = (hash ^ letter) * 16777619u;
        return hash;
    }

    /// <summary>A template and what would fill it.</summary>
    internal sealed record Candidate(ReplyTemplate Template, Material Material);
}
