using EngageBot.Networks.X.Transport;

namespace EngageBot.Networks.X.Tokens;

/// <summary>The credentials of one account as they are now.</summary>
/// <param name="label">How messages call the account before its handle is known.</param>
internal abstract class XSession(string label)
{
    public string Label { get; } = label;

    public abstract ValueTask<XCredentials> CredentialsAsync(CancellationToken cancellationToken);

    /// <summary>Fresh credentials in place of those that X just refused; callers that come together share one renewal.</summary>
    public abstract Task<Renewal> RenewAsync(XCredentials refused, CancellationToken cancellationToken);
}

/// <summary>OAuth 1.0a keys do not expire.</summary>
internal sealed class KeySession(string label, XCredentials.OAuth1 keys) : XSession(label)
{
    public override ValueTask<XCredentials> CredentialsAsync(CancellationToken cancellationToken) => new(keys);

    public override Task<Renewal> RenewAsync(XCredentials refused, CancellationToken cancellationToken) =>
        Task.FromResult<Renewal>(new Renewal.Impossible());
}
