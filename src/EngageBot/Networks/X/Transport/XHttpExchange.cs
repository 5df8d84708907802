using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace EngageBot.Networks.X.Transport;

/// <summary>One HTTP exchange with a deadline, told apart by what may have reached X; both transports send through it.</summary>
public static class XHttpExchange
{
    /// <summary>More than X ever answers to what we ask; a longer body is cut here.</summary>
    public const int MaxBodyBytes = 4 * 1024 * 1024;

    /// <summary>Sends once; see <see cref="IXTransport.SendAsync"/> for what is thrown.</summary>
    public static async Task<XResponse> SendAsync(
        HttpClient client, HttpRequestMessage request, TimeSpan timeout, TimeProvider clock, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var deadline = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var (body, isCut) = await BodyOfAsync(response, either.Token, cancellationToken);
            return new XResponse((int)response.StatusCode, HeadersOf(response), body, isCut);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            throw new XTransportException(string.Create(CultureInfo.InvariantCulture, $"X did not answer within {timeout.TotalSeconds:0} s"), true);
        }
        catch (OperationCanceledException)
        {
            // Neither the caller nor the deadline: what is left is the handler's own limit for connecting.
            throw new XTransportException("X could not be reached: no connection was made in time", false);
        }
        catch (HttpRequestException trouble)
        {
            throw Explained(trouble);
        }
        catch (SocketException)
        {
            // A connection that dies while it is being made can leave the handler unwrapped.
            throw Broken();
        }
    }

    private static XTransportException Explained(HttpRequestException trouble) => trouble.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => new($"X could not be reached: its name was not found ({trouble.Message})", false),
        HttpRequestError.ConnectionError => new($"X could not be reached: {trouble.Message}", false),
        HttpRequestError.SecureConnectionError => new($"X could not be reached: no secure connection was agreed ({trouble.Message})", false),
        HttpRequestError.ProxyTunnelError => new($"X could not be reached: the proxy refused ({trouble.Message})", false),
        _ => Broken(),
    };

    private static XTransportException Broken() => new("the connection to X broke before an answer came", true);

    private static Dictionary<string, string> HeadersOf(HttpResponseMessage response)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
            headers[name] = string.Join(", ", values);
        return headers;
    }

    // A status that has arrived is worth having although its body breaks off: a 403 refused whatever it went on to say.
    private static async Task<(string Body, bool IsCut)> BodyOfAsync(
        HttpResponseMessage response, CancellationToken either, CancellationToken callers)
    {
        using var body = new MemoryStream();
        var isCut = false;
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(either);
            isCut = await CopyAsync(stream, body, either);
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException || (broken is OperationCanceledException && !callers.IsCancellationRequested))
        {
            isCut = true;
        }

        return (Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length), isCut);
    }

    private static async Task<bool> CopyAsync(Stream from, MemoryStream to, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        while (await from.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            to.Write(buffer, 0, (int)Math.Min(read, MaxBodyBytes - to.Length));
            if (to.Length == MaxBodyBytes)
                return true;
        }

        return false;
    }
}
