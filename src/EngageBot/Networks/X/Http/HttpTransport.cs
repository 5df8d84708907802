using System.Net.Http.Headers;
using System.Text;
using EngageBot.Networks.X.Transport;
using Microsoft.Extensions.Options;

namespace EngageBot.Networks.X.Http;

/// <summary>The built-in transport: a plain HttpClient and an own signature.</summary>
internal sealed class HttpTransport(IHttpClientFactory clients, IOptions<XOptions> options, OAuth1 signer, TimeProvider clock) : IXTransport
{
    /// <summary>The named client of the factory; it has no handler that repeats anything.</summary>
    public const string ClientName = "x";

    public async Task<XResponse> SendAsync(XRequest request, XCredentials credentials, CancellationToken cancellationToken)
    {
        var baseUrl = options.Value.BaseAddress;
        using var message = new HttpRequestMessage(request.Method, request.Url(baseUrl));
        message.Headers.TryAddWithoutValidation("Authorization", credentials switch
        {
            XCredentials.OAuth1 keys => signer.Header(request, baseUrl, keys),
            XCredentials.Bearer bearer => $"Bearer {bearer.Token}",
            _ => throw new System.Diagnostics.UnreachableException(),
        });
        if (request.Json is { } json)
            message.Content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        return await XHttpExchange.SendAsync(clients.CreateClient(ClientName), message, options.Value.Timeout, clock, cancellationToken);
    }
}
