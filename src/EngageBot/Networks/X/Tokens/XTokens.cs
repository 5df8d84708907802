namespace EngageBot.Networks.X.Tokens;

/// <summary>A pair of OAuth 2.0 user tokens; prints nothing of them.</summary>
public sealed record XTokens(string AccessToken, string RefreshToken)
{
    public override string ToString() => nameof(XTokens);
}
