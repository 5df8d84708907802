using EngageBot.Language.Heads;
using EngageBot.Reading;

namespace EngageBot.Learning;

/// <summary>Makes the reader of this process read with the version that was chosen, wherever it was chosen.</summary>
internal sealed partial class LiveHeads(VersionShelf versions, IntentHeads heads, ILogger<LiveHeads> logger) : IDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private volatile Reads now = new(null, 0, false);

    /// <summary>What reads now.</summary>
    public Reads Now => now;

    /// <summary>Exchanges the heads at once where another version was chosen; mentions that are being read are read to the end with the old ones.</summary>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var chosen = await versions.ChosenAsync(cancellationToken);
            if (chosen?.Number == now.Number)
                return;
            heads.Own = chosen?.Weights is { } weights ? Open(chosen.Number, weights) : null;
            now = new Reads(chosen?.Number, chosen?.Until ?? 0, heads.Own is not null);
            if (now.IsUsed)
                LogReadsWith(chosen!.Number);
            else
                LogReadsAsShipped();
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private OwnHeads? Open(long number, string weights)
    {
        try
        {
            return new OwnHeads(HeadsFile.Read(Convert.FromBase64String(weights), $"learned as version {number}"));
        }
        catch (Exception exception) when (exception is HeadsException or FormatException)
        {
            LogUnusable(number, exception); // the shipped heads read on, and the next fit replaces it
            return null;
        }
    }

    /// <param name="Number">The version that was chosen; null for the shipped reader.</param>
    /// <param name="Until">It has seen the lessons up to this moment.</param>
    /// <param name="IsUsed">False when mentions are read as shipped.</param>
    internal sealed record Reads(long? Number, long Until, bool IsUsed);

    [LoggerMessage(LogLevel.Information, "Mentions are read with learned version {Number}")]
    private partial void LogReadsWith(long number);

    [LoggerMessage(LogLevel.Information, "Mentions are read as shipped")]
    private partial void LogReadsAsShipped();

    [LoggerMessage(LogLevel.Error, "Learned version {Number} cannot be used; mentions are read as shipped")]
    private partial void LogUnusable(long number, Exception exception);
}
