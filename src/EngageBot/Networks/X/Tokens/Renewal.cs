using EngageBot.Networks.X.Transport;

namespace EngageBot.Networks.X.Tokens;

/// <summary>What came of asking for fresh credentials after a 401.</summary>
internal abstract record Renewal
{
    private Renewal()
    {
    }

    public sealed record Fresh(XCredentials Credentials) : Renewal;

    /// <summary>There is nothing to renew, so the 401 stands.</summary>
    public sealed record Impossible : Renewal;

    /// <summary>X or the network was in the way; later it may work.</summary>
    public sealed record Failed(string Reason) : Renewal;

    /// <summary>A person must sign the account in again, or mend the place where tokens are kept.</summary>
    public sealed record Refused(string Reason) : Renewal;
}
