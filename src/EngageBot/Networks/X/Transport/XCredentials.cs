namespace EngageBot.Networks.X.Transport;

/// <summary>What a request is signed with; prints nothing of it.</summary>
public abstract record XCredentials
{
    private XCredentials()
    {
    }

    /// <summary>The four keys of OAuth 1.0a user context.</summary>
    public sealed record OAuth1(string ConsumerKey, string ConsumerSecret, string AccessToken, string AccessTokenSecret) : XCredentials
    {
        public override string ToString() => "OAuth 1.0a keys";
    }

    /// <summary>An OAuth 2.0 user token, short-lived.</summary>
    public sealed record Bearer(string Token) : XCredentials
    {
        public override string ToString() => "OAuth 2.0 token";
    }
}
