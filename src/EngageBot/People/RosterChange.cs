namespace EngageBot.People;

/// <summary>What came of an admin's wish.</summary>
public abstract record RosterChange
{
    private RosterChange()
    {
    }

    /// <summary>It is so.</summary>
    public sealed record Done : RosterChange;

    /// <summary>This path, under the desk's address, lets the person choose a password; once, within 24 hours. It is shown now and never again.</summary>
    public sealed record Invited(string PersonId, string Path) : RosterChange;

    /// <summary>It is not so.</summary>
    /// <param name="Why">A sentence for the admin.</param>
    public sealed record Refused(string Why) : RosterChange;
}
