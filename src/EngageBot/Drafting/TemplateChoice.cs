using EngageBot.Language;
using EngageBot.Library;

namespace EngageBot.Drafting;

/// <summary>Which templates may speak to an occasion, and in which order they are tried.</summary>
internal static class TemplateChoice
{
    /// <summary>Best material first, then those made for the topic, then in an order that the post's id decides.</summary>
    public static IReadOnlyList<Candidate> For(Occasion occasion)
    {
        var materials = Material.AllFor(occasion);
        var words = Tokenizer.Split(occasion.Post.Text).Select(token => token.Text).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from material in materials.Select((value, place) => (value, place))
               from template in occasion.Words.RepliesFor(material.value.Intent, occasion.Language)
               where Fits(template, material.value, occasion, words)
               orderby material.place, template.About.Count(words.Contains) descending, Lot(occasion.Post.Id, template.Id)
               select new Candidate(template, material.value),
        ];
    }

    private static bool Fits(ReplyTemplate template, Material material, Occasion occasion, HashSet<string> words) =>
        template.For == material.For
        && (template.FollowUp is null || template.FollowUp == occasion.IsFollowUp)
        && (template.About.Count == 0 || template.About.Any(words.Contains))
        && template.Form.Needs.All(field => field is "greeting" or "sign_off" or "link" || material.Fields.ContainsKey(field));

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

    /// <summary>A template and what would fill it.</summary>
    internal sealed record Candidate(ReplyTemplate Template, Material Material);
}
