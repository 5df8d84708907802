namespace EngageBot.Networks.X.Tokens;

/// <summary>A pair of OAuth 2.0 user tokens; prints nothing of them.</summary>
/// <param name="RenewingSince">When a renewal began that has not ended well yet: X takes a refresh token once, so these may be spent.</param>
public sealed record XTokens(string AccessToken, string RefreshToken, DateTimeOffset? RenewingSince = null)
{
    public override string ToString() => nameof(XTokens);
}
