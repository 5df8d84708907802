namespace EngageBot.Networks.X.Transport;

/// <summary>One answer of X.</summary>
/// <param name="Headers">Looked up without regard to case.</param>
/// <param name="IsCut">The body broke off or was too long: what stands here is its beginning.</param>
public sealed record XResponse(int Status, IReadOnlyDictionary<string, string> Headers, string Body, bool IsCut = false)
{
    /// <summary>A header's value; null when it was not sent.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    // The body may hold tokens or a follower's words: neither belongs in a log.
    public override string ToString() => $"{Status}, {Body.Length} characters{(IsCut ? ", cut" : "")}";
}
