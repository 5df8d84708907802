namespace EngageBot.Networks.X;

/// <summary>The keys of one account: four of OAuth 1.0a, or an OAuth 2.0 user token with its refresh token.</summary>
public class XAccountOptions
{
    public string? ConsumerKey { get; set; }

    public string? ConsumerSecret { get; set; }

    public string? AccessToken { get; set; }

    public string? AccessTokenSecret { get; set; }

    public XOAuth2Options? OAuth2 { get; set; }

    internal bool HasAnyKey => OAuth1Keys.Any(key => key.IsSet) || OAuth2 is not null;

    internal bool HasUserKey => IsSet(AccessToken) || IsSet(AccessTokenSecret) || OAuth2 is not null;

    /// <summary>The same account, with the keys of an app that several accounts share.</summary>
    internal XAccountOptions Of(XAccountOptions app) => OAuth2 is not null || IsSet(ConsumerKey) || IsSet(ConsumerSecret) ? this : new()
    {
        ConsumerKey = app.ConsumerKey,
        ConsumerSecret = app.ConsumerSecret,
        AccessToken = AccessToken,
        AccessTokenSecret = AccessTokenSecret,
    };

    private (string Name, bool IsSet)[] OAuth1Keys =>
    [
        (nameof(ConsumerKey), IsSet(ConsumerKey)),
        (nameof(ConsumerSecret), IsSet(ConsumerSecret)),
        (nameof(AccessToken), IsSet(AccessToken)),
        (nameof(AccessTokenSecret), IsSet(AccessTokenSecret)),
    ];

    /// <summary>What is missing or contradicts itself, one line each.</summary>
    internal IEnumerable<string> Flaws(string section)
    {
        if (!HasAnyKey)
            return [$"{section} has no keys: give it ConsumerKey, ConsumerSecret, AccessToken and AccessTokenSecret, or an OAuth2 section."];
        if (OAuth2 is not null && OAuth1Keys.Any(key => key.IsSet))
            return [$"{section} has OAuth 1.0a keys and an OAuth2 section: leave one of them out."];
        return OAuth2 is not null
            ? OAuth2.Flaws($"{section}:OAuth2")
            : OAuth1Keys.Where(key => !key.IsSet).Select(key => $"{section}:{key.Name} is missing. {WhereFrom(key.Name)}");
    }

    internal static bool IsSet(string? value) => !string.IsNullOrWhiteSpace(value);

    private static string WhereFrom(string name) => name.StartsWith("Consumer", StringComparison.Ordinal)
        ? "It stands in the X developer console under your app, Keys and tokens, API Key and Secret."
        : "Generate it in the X developer console under your app, Keys and tokens, Access Token and Secret, with the permission Read and write.";
}

/// <summary>An OAuth 2.0 user token of one account, renewed by itself.</summary>
public sealed class XOAuth2Options
{
    public string? ClientId { get; set; }

    /// <summary>Only confidential clients have one.</summary>
    public string? ClientSecret { get; set; }

    public string? AccessToken { get; set; }

    public string? RefreshToken { get; set; }

    internal IEnumerable<string> Flaws(string section)
    {
        if (!XAccountOptions.IsSet(ClientId))
            yield return $"{section}:ClientId is missing. It stands in the X developer console under your app, Keys and tokens, OAuth 2.0.";
        if (!XAccountOptions.IsSet(RefreshToken))
            yield return $"{section}:RefreshToken is missing. It comes with the access token when the account signs in with the scopes tweet.read tweet.write users.read media.write offline.access.";
    }
}
