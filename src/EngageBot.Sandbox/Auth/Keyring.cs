using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EngageBot.Sandbox.Square;

namespace EngageBot.Sandbox.Auth;

/// <summary>The keys of one account.</summary>
internal sealed record AccountKeyring(User User, string AccessToken, string AccessTokenSecret);

/// <summary>All test keys, derived from the seed: a sandbox that starts again knows its clients. Letters and digits only.</summary>
internal sealed class Keyring
{
    private readonly int seed;
    private readonly Dictionary<string, AccountKeyring> byToken = [];

    public Keyring(int seed, IEnumerable<User> accounts)
    {
        this.seed = seed;
        ConsumerKey = Derive("consumer key", 25);
        ConsumerSecret = Derive("consumer secret", 50);
        BearerToken = "AAAAAAAAAAAAAAAAAAAAA" + Derive("bearer", 80);
        ClientId = Derive("client id", 34);
        ClientSecret = Derive("client secret", 50);
        foreach (var account in accounts)
        {
            var keys = new AccountKeyring(
                account,
                $"{account.IdText}-{Derive("access token " + account.Handle, 30)}",
                Derive("access token secret " + account.Handle, 45));
            byToken.Add(keys.AccessToken, keys);
        }
    }

    public string ConsumerKey { get; }

    public string ConsumerSecret { get; }

    public string BearerToken { get; }

    public string ClientId { get; }

    public string ClientSecret { get; }

    public IReadOnlyCollection<AccountKeyring> Accounts => byToken.Values;

    public AccountKeyring? ByAccessToken(string token) => byToken.GetValueOrDefault(token);

    public string Derive(string purpose, int length)
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        var secret = new StringBuilder(length);
        for (var block = 0; secret.Length < length; block++)
        {
            var source = string.Create(CultureInfo.InvariantCulture, $"{seed}/{purpose}/{block}");
            foreach (var value in SHA256.HashData(Encoding.UTF8.GetBytes(source)))
                if (secret.Length < length)
                    secret.Append(Letters[value % Letters.Length]);
        }

        return secret.ToString();
    }
}
