using EngageBot.Sandbox.Api;
using EngageBot.Sandbox.Play;
using EngageBot.Sandbox.Square;

namespace EngageBot.Sandbox.Hosting;

/// <summary>Everything that can be chosen about a sandbox; the defaults give a lively one that behaves as X does today.</summary>
public sealed record SandboxOptions
{
    /// <summary>The loopback port; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Decides the keys, the cast and everything the followers say.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The handles of the accounts that can be spoken for, without @.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = ["HarbourTheatre"];

    /// <summary>How fast the followers live: 1 is real time, 0 stands still, infinity does not wait.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>Without followers only the controls post.</summary>
    public bool HasFollowers { get; init; } = true;

    public Opening Opening { get; init; } = new();

    public bool RateLimits { get; init; } = true;

    /// <summary>The dialect of an answer when the request uses words of neither.</summary>
    public Dialect Dialect { get; init; } = Dialect.Post;

    /// <summary>Refuse the words of the other dialect.</summary>
    public bool OneDialect { get; init; }

    public PostRules Rules { get; init; } = new();

    public SquareRules Square { get; init; } = new();

    /// <summary>The address that clients sign when a proxy stands between.</summary>
    public Uri? PublicBase { get; init; }

    /// <summary>Where users and posts are kept for the next start; null forgets them at the end.</summary>
    public string? DataFile { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
