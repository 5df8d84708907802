using System.Security.Cryptography;
using System.Text;
using EngageBot.Sandbox.Square;

namespace EngageBot.Sandbox.Auth;

/// <summary>OAuth 2.0 user tokens: two hours of access, refresh tokens that rotate, codes that live 30 seconds.</summary>
internal sealed class TokenBook(Keyring keyring, TimeProvider clock)
{
    public static readonly TimeSpan AccessLife = TimeSpan.FromHours(2);
    private static readonly TimeSpan CodeLife = TimeSpan.FromSeconds(30);
    private static readonly string[] BotScopes = ["tweet.read", "tweet.write", "users.read", "media.write", "offline.access"];

    private readonly Lock gate = new();
    private readonly Dictionary<string, Access> access = [];
    private readonly Dictionary<string, Grant> refresh = [];
    private readonly Dictionary<string, Code> codes = [];
    private int issued;

    /// <summary>Raised when a pair was renewed, before anybody is told of the new one.</summary>
    public event Action? Refreshed;

    /// <summary>Null when the token is unknown or has run out.</summary>
    public Grant? Find(string accessToken)
    {
        lock (gate)
            return access.TryGetValue(accessToken, out var found) && found.Until > clock.GetUtcNow() ? found.Grant : null;
    }

    public TokenPair IssueFor(User user) => Issue(new Grant(user, BotScopes.ToHashSet()));

    /// <summary>The old refresh token is worth nothing afterwards.</summary>
    public TokenPair? Refresh(string refreshToken)
    {
        Grant? grant;
        lock (gate)
            if (!refresh.Remove(refreshToken, out grant))
                return null;
        var renewed = Issue(grant);
        Refreshed?.Invoke();
        return renewed;
    }

    public string IssueCode(User user, IEnumerable<string> scopes, string redirectUri, string challenge)
    {
        lock (gate)
        {
            var code = keyring.Derive($"code {++issued}", 60);
            codes.Add(code, new Code(new Grant(user, scopes.ToHashSet()), redirectUri, challenge, clock.GetUtcNow() + CodeLife));
            return code;
        }
    }

    public TokenPair? Redeem(string code, string redirectUri, string verifier)
    {
        Code? found;
        lock (gate)
            if (!codes.Remove(code, out found))
                return null;
        var challenge = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))
            .TrimEnd('=').Replace('+', '-').Replace('/', '_');
        return found.Until > clock.GetUtcNow() && found.RedirectUri == redirectUri && found.Challenge == challenge
            ? Issue(found.Grant)
            : null;
    }

    public void ExpireAll()
    {
        lock (gate)
            access.Clear();
    }

    private TokenPair Issue(Grant grant)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            foreach (var old in access.Where(pair => pair.Value.Until <= now).Select(pair => pair.Key).ToList())
                access.Remove(old);
            var number = ++issued;
            var pair = new TokenPair(
                keyring.Derive($"oauth2 access {grant.User.Handle} {number}", 91),
                grant.Scopes.Contains("offline.access") ? keyring.Derive($"oauth2 refresh {grant.User.Handle} {number}", 91) : null,
                grant.Scopes);
            access[pair.AccessToken] = new Access(grant, now + AccessLife);
            if (pair.RefreshToken is not null)
                refresh[pair.RefreshToken] = grant;
            return pair;
        }
    }

    internal sealed record Grant(User User, IReadOnlySet<string> Scopes);

    internal sealed record TokenPair(string AccessToken, string? RefreshToken, IReadOnlySet<string> Scopes);

    private sealed record Access(Grant Grant, DateTimeOffset Until);

    private sealed record Code(Grant Grant, string RedirectUri, string Challenge, DateTimeOffset Until);
}
