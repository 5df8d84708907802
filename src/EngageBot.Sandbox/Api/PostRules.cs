namespace EngageBot.Sandbox.Api;

/// <summary>Which wording X uses for a reply to somebody who did not address the account.</summary>
public enum SummonRule
{
    /// <summary>As X answers since July 2026.</summary>
    New,

    /// <summary>As X answered from February to July 2026.</summary>
    Old,

    /// <summary>Anybody may be answered, as an Enterprise account may.</summary>
    Off,
}

/// <summary>What X does with a post it does not like, where X itself leaves it open.</summary>
public sealed record PostRules
{
    public SummonRule Summon { get; init; } = SummonRule.New;

    public bool RefuseDuplicates { get; init; } = true;

    /// <summary>The status for a text that is too long: 400 or 403, X documents neither.</summary>
    public int OverlongStatus { get; init; } = 400;

    /// <summary>Quotes are for Enterprise accounts since April 2026.</summary>
    public bool AllowQuotes { get; init; }
}
