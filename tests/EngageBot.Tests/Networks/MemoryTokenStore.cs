using System.Collections.Concurrent;
using EngageBot.Networks.X.Tokens;

namespace EngageBot.Tests.Networks;

internal sealed class MemoryTokenStore : IXTokenStore
{
    public ConcurrentDictionary<string, XTokens> Saved { get; } = new();

    public IOException? Trouble { get; set; }

    public Task<XTokens?> LoadAsync(string key, CancellationToken cancellationToken) => Task.FromResult(Saved.GetValueOrDefault(key));

    public Task<IAsyncDisposable?> HoldAsync(string key, CancellationToken cancellationToken) => Task.FromResult<IAsyncDisposable?>(new MemoryStream());

    public Task SaveAsync(string key, XTokens tokens, CancellationToken cancellationToken)
    {
        if (Trouble is not null)
            throw Trouble;
        Saved[key] = tokens;
        return Task.CompletedTask;
    }
}
