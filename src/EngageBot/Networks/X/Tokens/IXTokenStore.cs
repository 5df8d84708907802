namespace EngageBot.Networks.X.Tokens;

/// <summary>Keeps renewed tokens over a restart: the file beside the database, or a secret store of the user's own.</summary>
public interface IXTokenStore
{
    /// <summary>The tokens last saved under that key; null when none were.</summary>
    Task<XTokens?> LoadAsync(string key, CancellationToken cancellationToken);

    /// <summary>
    /// For whoever renews: until it is disposed nobody else gets it for this key, in no process with the same store; one that dies lets go.
    /// Null when somebody else does not let go of it for as long as a renewal may take.
    /// </summary>
    Task<IAsyncDisposable?> HoldAsync(string key, CancellationToken cancellationToken);

    /// <summary>All or nothing: after a crash the old or the new tokens can be read, never half of them.</summary>
    Task SaveAsync(string key, XTokens tokens, CancellationToken cancellationToken);
}
