using EngageBot.Sandbox.Auth;
using EngageBot.Sandbox.Limits;

namespace EngageBot.Sandbox.Api;

/// <summary>One endpoint of X: who may call it, how often, with which query parameters, and what answers.</summary>
internal sealed record XRoute(string Method, string Path, Credentials Allowed, RouteLimit Limit, Func<XCall, Answer> Answer)
{
    public string Name { get; } = $"{Method} {Path}";

    public IReadOnlyList<string> Scopes { get; init; } = ["tweet.read", "users.read"];

    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>In bytes; a longer one is not read.</summary>
    public int LargestBody { get; init; } = 64 * 1024;
}
