using EngageBot.Sandbox.Square;

namespace EngageBot.Sandbox.Auth;

/// <summary>The three ways X lets a program in.</summary>
[Flags]
internal enum Credentials
{
    None = 0,
    OAuth1User = 1,
    OAuth2User = 2,
    App = 4,
    AnyUser = OAuth1User | OAuth2User,
    Any = AnyUser | App,
}

/// <summary>Who asks; rate limits are counted by <paramref name="Key"/>.</summary>
internal sealed record Caller(Credentials Credentials, User? User, string Key, IReadOnlySet<string> Scopes);
