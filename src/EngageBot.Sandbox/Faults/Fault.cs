using System.Text.Json.Serialization;

namespace EngageBot.Sandbox.Faults;

/// <summary>What can go wrong with a request.</summary>
[JsonConverter(typeof(FaultKindConverter))]
internal enum FaultKind
{
    /// <summary>The connection breaks before anything happened.</summary>
    Refuse,

    /// <summary>Wait, then go on.</summary>
    Delay,

    /// <summary>Do it, then wait before answering.</summary>
    DelayAfter,

    /// <summary>Do it, then break the connection.</summary>
    Drop,

    ErrorBefore,
    ErrorAfter,

    /// <summary>429 with the time of the reset.</summary>
    RateLimit,

    /// <summary>429 without any header.</summary>
    RateLimitBare,

    /// <summary>429 as version 1.1 words it.</summary>
    RateLimitOld,

    Malformed,

    /// <summary>Half of the JSON, as a whole answer.</summary>
    Truncated,

    /// <summary>Half of the announced octets, then a broken connection.</summary>
    Cut,

    /// <summary>A good status with nothing in it.</summary>
    Empty,

    /// <summary>Each post of a page twice.</summary>
    Duplicates,

    OutOfOrder,

    /// <summary>The next posts show up on timelines only after a while, below newer ones.</summary>
    Late,

    CreditsOld,
    CreditsNew,
    SpendCap,
    UsageCap,
    Unauthorized,

    /// <summary>Every OAuth 2.0 access token runs out; a refresh helps.</summary>
    ExpiredToken,

    Forbidden,

    /// <summary>The given status and body.</summary>
    Answer,
}

/// <summary>Something that is to go wrong: where, how, and how often or how likely.</summary>
internal sealed record Fault
{
    public int Id { get; init; }

    /// <summary>As in <c>POST /2/tweets</c>; a star stands for every endpoint.</summary>
    public string Route { get; init; } = "*";

    public required FaultKind Kind { get; init; }

    /// <summary>How often it strikes; below zero for ever.</summary>
    public int Times { get; init; } = 1;

    public double Probability { get; init; } = 1;

    public int? Status { get; init; }

    public string? Body { get; init; }

    public int? Milliseconds { get; init; }

    public int? Seconds { get; init; }

    public int Struck { get; init; }
}
