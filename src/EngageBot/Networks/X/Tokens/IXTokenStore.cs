namespace EngageBot.Networks.X.Tokens;

/// <summary>Keeps renewed tokens over a restart: the file beside the database, or a secret store of the user's own.</summary>
public interface IXTokenStore
{
    /// <summary>The tokens last saved under that key; null when none were.</summary>
    Task<XTokens?> LoadAsync(string key, CancellationToken cancellationToken);

    /// <summary>All or nothing: after a crash the old or the new tokens can be read, never half of them.</summary>
    Task SaveAsync(string key, XTokens tokens, CancellationToken cancellationToken);
}
