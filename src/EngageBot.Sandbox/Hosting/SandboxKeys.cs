using EngageBot.Sandbox.Auth;

namespace EngageBot.Sandbox.Hosting;

/// <summary>The test keys of a sandbox; worth nothing anywhere else.</summary>
public sealed record SandboxKeys(
    string ConsumerKey,
    string ConsumerSecret,
    string BearerToken,
    string OAuth2ClientId,
    string OAuth2ClientSecret,
    IReadOnlyList<AccountKeys> Accounts)
{
    public string AccessToken => Accounts[0].AccessToken;

    public string AccessTokenSecret => Accounts[0].AccessTokenSecret;

    public string OAuth2AccessToken => Accounts[0].OAuth2AccessToken;

    public string OAuth2RefreshToken => Accounts[0].OAuth2RefreshToken;

    /// <summary>Keys stay out of logs.</summary>
    public override string ToString() => "Keys of " + string.Join(", ", Accounts.Select(account => "@" + account.Handle));

    internal static SandboxKeys From(Keyring keyring, TokenBook tokens) => new(
        keyring.ConsumerKey,
        keyring.ConsumerSecret,
        keyring.BearerToken,
        keyring.ClientId,
        keyring.ClientSecret,
        [
            .. keyring.Accounts.Select(account =>
            {
                var pair = tokens.IssueFor(account.User);
                return new AccountKeys(
                    account.User.Handle,
                    account.User.IdText,
                    account.AccessToken,
                    account.AccessTokenSecret,
                    pair.AccessToken,
                    pair.RefreshToken!);
            }),
        ]);

    /// <summary>One line per key, named as EngageBot's configuration names it.</summary>
    public IEnumerable<string> Lines(Uri baseUri)
    {
        yield return $"SANDBOX_URL={baseUri.AbsoluteUri.TrimEnd('/')}";
        yield return $"X__ConsumerKey={ConsumerKey}";
        yield return $"X__ConsumerSecret={ConsumerSecret}";
        foreach (var (index, account) in Accounts.Index())
        {
            var lead = index == 0 ? "X__" : $"X__Accounts__{index}__";
            yield return $"{lead}Handle={account.Handle}";
            yield return $"{lead}UserId={account.UserId}";
            yield return $"{lead}AccessToken={account.AccessToken}";
            yield return $"{lead}AccessTokenSecret={account.AccessTokenSecret}";
            yield return $"{lead}OAuth2AccessToken={account.OAuth2AccessToken}";
            yield return $"{lead}OAuth2RefreshToken={account.OAuth2RefreshToken}";
        }

        yield return $"X__BearerToken={BearerToken}";
        yield return $"X__OAuth2ClientId={OAuth2ClientId}";
        yield return $"X__OAuth2ClientSecret={OAuth2ClientSecret}";
    }
}

public sealed record AccountKeys(
    string Handle, string UserId, string AccessToken, string AccessTokenSecret, string OAuth2AccessToken, string OAuth2RefreshToken)
{
    /// <summary>Keys stay out of logs.</summary>
    public override string ToString() => $"Keys of @{Handle}";
}
