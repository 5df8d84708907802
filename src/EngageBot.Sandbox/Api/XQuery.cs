namespace EngageBot.Sandbox.Api;

/// <summary>The query string as it came, decoded once: signatures and parameters read the same octets.</summary>
internal sealed class XQuery
{
    private XQuery(string rawPath, IReadOnlyList<KeyValuePair<string, string>> pairs) => (RawPath, Pairs) = (rawPath, pairs);

    public string RawPath { get; }

    public IReadOnlyList<KeyValuePair<string, string>> Pairs { get; }

    public static XQuery Parse(string rawTarget)
    {
        var mark = rawTarget.IndexOf('?', StringComparison.Ordinal);
        if (mark < 0)
            return new XQuery(rawTarget, []);
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var part in rawTarget[(mark + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            pairs.Add(equals < 0
                ? new(Decode(part), "")
                : new(Decode(part[..equals]), Decode(part[(equals + 1)..])));
        }

        return new XQuery(rawTarget[..mark], pairs);
    }

    public string? Find(string name)
    {
        foreach (var pair in Pairs)
            if (pair.Key == name)
                return pair.Value;
        return null;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
