using System.Globalization;

namespace EngageBot.Language;

/// <summary>Finds what X turns into links: with a scheme, and without one where the top-level domain is known.</summary>
internal static class WeightedLinks
{
    private const int LongestLink = 4096;
    private const int LongestShortName = 40;

    /// <summary>Where the links are, first to last; they do not overlap.</summary>
    public static IReadOnlyList<Link> In(string text)
    {
        if (WeightedHosts.TopLevels(text) is not { } topLevels)
            return [];
        var links = new List<Link>();
        for (var index = 0; index < text.Length;)
            index = MayStartAt(text, index) ? Read(text, index, topLevels, links) : index + 1;
        return links;
    }

    // neither a word, a handle, a hashtag nor a cashtag may run into a link
    private static bool MayStartAt(string text, int index) =>
        !char.IsLowSurrogate(text[index])
        && (index == 0 || !(char.IsAsciiLetterOrDigit(text[index - 1]) || text[index - 1] is '@' or '＠' or '$' or '#' or '＃' or '\uFFFE' or '\uFEFF' or '\uFFFF'));

    /// <summary>Adds the links that start here and says where to look on.</summary>
    private static int Read(string text, int start, int[] topLevels, List<Link> links)
    {
        var scheme = SchemeLength(text.AsSpan(start));
        var domain = WeightedHosts.EndOfDomain(text, start + scheme, topLevels);
        if (domain == 0 && scheme > 0)
            return start + scheme;
        if (domain == 0)
            return start + 1;
        var end = WeightedPaths.End(text, domain);
        if (WeightedHosts.AreLabelsValid(text.AsSpan(start + scheme, domain - start - scheme)) && end - start <= LongestLink)
            Add(text, new Link(start, end), scheme, domain, links);
        // the character before a link is read with it, hence the next can start after one more only
        return end + 1;
    }

    private static void Add(string text, Link link, int scheme, int domain, List<Link> links)
    {
        if (scheme == 0)
            AddBare(text, link, domain, links);
        else if (!IsShortened(text, link, scheme, out var nameEnd))
            links.Add(link);
        else if (nameEnd - link.Start - scheme - "t.co/".Length <= LongestShortName)
            links.Add(link with { End = WeightedPaths.EndOfQuery(text, nameEnd) });
    }

    /// <summary>Without a scheme only the parts in Latin letters count, and only the last one keeps its path.</summary>
    private static void AddBare(string text, Link link, int domain, List<Link> links)
    {
        if (link.Start > 0 && text[link.Start - 1] is '-' or '_' or '.' or '/')
            return;
        var before = links.Count;
        for (var index = link.Start; index < domain;)
        {
            var end = WeightedHosts.EndOfLatinDomain(text.AsSpan(0, domain), index);
            if (end > 0)
                links.Add(new Link(index, end));
            index = end > 0 ? end : index + 1;
        }
        if (links.Count > before && link.End > domain)
            links[^1] = links[^1] with { End = link.End };
    }

    private static int SchemeLength(ReadOnlySpan<char> text) =>
        text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? "https://".Length
        : text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? "http://".Length
        : 0;

    // X's own shortener: its names are letters and digits only, so that the 's of "t.co/abc's" stays outside
    private static bool IsShortened(string text, Link link, int scheme, out int nameEnd)
    {
        nameEnd = link.Start + scheme + "t.co/".Length;
        if (!text.AsSpan(link.Start + scheme).StartsWith("t.co/", StringComparison.OrdinalIgnoreCase))
            return false;
        var first = nameEnd;
        while (nameEnd < text.Length && char.IsAsciiLetterOrDigit(text[nameEnd]))
            nameEnd++;
        return nameEnd > first;
    }

    /// <summary>A link in a text, from <paramref name="Start"/> up to but without <paramref name="End"/>.</summary>
    internal readonly record struct Link(int Start, int End)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Start}..{End}");
    }
}
