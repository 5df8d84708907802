namespace EngageBot.People;

/// <summary>What came of somebody's attempt to come in.</summary>
internal abstract record Admission
{
    private Admission()
    {
    }

    /// <summary>They are in; the cookie is on the response.</summary>
    public sealed record Admitted(string Name) : Admission;

    /// <summary>They are not, but may try again.</summary>
    /// <param name="Why">A sentence for them: what happened and what to do.</param>
    public sealed record Refused(string Why) : Admission;

    /// <summary>The link has been used, has expired or never was one.</summary>
    public sealed record DeadLink : Admission;
}
