using EngageBot.Networks.X.Transport;

namespace EngageBot.Tweetinvi;

/// <summary>One request on its way through Tweetinvi, which has no room for a cancellation token and loses the headers of errors.</summary>
internal sealed class Exchange(
    Func<HttpRequestMessage, CancellationToken, Task<XResponse>> send, TimeProvider clock, CancellationToken cancellationToken)
{
    private static readonly AsyncLocal<Exchange?> Ambient = new();

    /// <summary>The exchange of this flow of calls.</summary>
    public static Exchange? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    /// <summary>UTC, for the signature.</summary>
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public bool HasBegun { get; private set; }

    public XResponse? Response { get; private set; }

    /// <summary>What went wrong, in our own words; null when nothing did.</summary>
    public Exception? Trouble { get; private set; }

    public async Task<XResponse> SendAsync(HttpRequestMessage request)
    {
        HasBegun = true;
        try
        {
            return Response = await send(request, cancellationToken);
        }
        catch (Exception trouble) when (trouble is XTransportException or OperationCanceledException)
        {
            Trouble = trouble;
            throw;
        }
    }
}
