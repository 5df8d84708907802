namespace EngageBot.Networks.X.Transport;

/// <summary>One request to X, before it is signed.</summary>
/// <param name="Path">From the base URL on, for example <c>/2/tweets</c>.</param>
/// <param name="Query">In the order of sending, not yet encoded; X refuses a name that comes twice.</param>
/// <param name="Json">The body; null for none.</param>
public sealed record XRequest(HttpMethod Method, string Path, IReadOnlyList<KeyValuePair<string, string>> Query, string? Json = null)
{
    /// <summary>The very octets that are signed and sent: everything but unreserved characters is encoded.</summary>
    public string Url(Uri baseUrl)
    {
        var query = string.Join('&', Query.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
        return $"{baseUrl.AbsoluteUri.TrimEnd('/')}{Path}{(query.Length == 0 ? "" : "?")}{query}";
    }
}
