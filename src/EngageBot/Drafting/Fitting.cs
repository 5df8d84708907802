using EngageBot.Language;
using EngageBot.Library;

namespace EngageBot.Drafting;

/// <summary>Makes a wording fit into one post: what is dropped first matters least, and no word or link is ever cut.</summary>
internal static class Fitting
{
    private static readonly string[] MayBeDropped = ["sign_off", "greeting"];
    private static readonly string[] MayBeShortened = ["snippet", "answer"];

    /// <summary>Null when it cannot be made to fit.</summary>
    public static string? Render(Wordform form, IReadOnlyDictionary<string, object> fields)
    {
        var text = Typography.Tidy(form.Render(fields));
        if (WeightedText.IsValid(text))
            return text;
        var left = new Dictionary<string, object>(fields);
        foreach (var name in MayBeDropped)
            if (left.Remove(name) && Typography.Tidy(form.Render(left)) is var shorter && WeightedText.IsValid(shorter))
                return shorter;
        return MayBeShortened.Where(left.ContainsKey).Select(name => Shortened(form, left, name)).FirstOrDefault(shorter => shorter is not null);
    }

    private static string? Shortened(Wordform form, Dictionary<string, object> fields, string name)
    {
        string With(string text)
        {
            fields[name] = text;
            return Typography.Tidy(form.Render(fields));
        }

        return Shortened((string)fields[name], shorter => WeightedText.IsValid(With(shorter))) is { } fitting ? With(fitting) : null;
    }

    /// <summary>As many whole sentences from the beginning as fit; null when not even one does.</summary>
    public static string? Shortened(string whole, Func<string, bool> fits)
    {
        for (var end = SentenceBefore(whole, whole.Length); end > 0; end = SentenceBefore(whole, end))
            if (fits(whole[..end]))
                return whole[..end];
        return null;
    }

    /// <summary>Where the sentence before <paramref name="end"/> ends; 0 for none. A full stop inside a time or link ends none.</summary>
    private static int SentenceBefore(string text, int end)
    {
        for (var index = end - 2; index > 0; index--)
            if (text[index] is '.' or '!' or '?' && text[index + 1] == ' ')
                return index + 1;
        return 0;
    }
}
