namespace EngageBot.Model;

/// <summary>What came of one attempt to post.</summary>
public abstract record PostOutcome
{
    private PostOutcome()
    {
    }

    /// <summary>It is public under this id.</summary>
    public sealed record Posted(string PostId) : PostOutcome;

    /// <summary>Nothing was posted; try again after this moment.</summary>
    public sealed record RateLimited(DateTimeOffset Until) : PostOutcome;

    /// <summary>Nothing was posted and trying again will not help this reply.</summary>
    /// <param name="Reason">A sentence for the person at the desk: what happened and what to do.</param>
    public sealed record Refused(RefusalKind Kind, string Reason) : PostOutcome;

    /// <summary>Nothing was posted, nor will any other reply of this account be until a person mends something (keys, credit, permission).</summary>
    /// <param name="Until">When it mends itself, where the network says so.</param>
    public sealed record Halted(string Reason, DateTimeOffset? Until = null) : PostOutcome;

    /// <summary>No connection was made, so nothing left this machine; trying again is safe.</summary>
    public sealed record Unreachable(string Reason) : PostOutcome;

    /// <summary>The request had left when it broke: the reply may be public already.</summary>
    public sealed record Unclear(string Reason) : PostOutcome;
}

/// <summary>Why the network refused a reply.</summary>
public enum RefusalKind
{
    /// <summary>The author did not summon us; only a person's own hands may reply.</summary>
    NotSummoned,

    /// <summary>The mention is deleted or hidden from us.</summary>
    TargetGone,

    /// <summary>The account said the very same before; perhaps it was this reply.</summary>
    Duplicate,

    /// <summary>Too long or of a form the network does not take.</summary>
    Invalid,

    /// <summary>No further reason was given.</summary>
    Other,
}
