using System.Collections.Concurrent;
using System.Text;
using EngageBot.Networks.X.Transport;
using Tweetinvi;
using Tweetinvi.Core.Helpers;
using Tweetinvi.Models;

namespace EngageBot.Tweetinvi;

/// <summary>Tweetinvi as a layer that signs and sends; what is said to X and what its answers mean stays with EngageBot.</summary>
/// <param name="newClient">A client that repeats nothing, follows no redirect and keeps no cookie.</param>
public sealed class TweetinviTransport(Func<HttpClient> newClient, Uri baseUrl, TimeSpan timeout, TimeProvider clock) : IXTransport
{
    // Each client holds half a megabyte. OAuth 2.0 tokens change every two hours, so old ones must go.
    private const int MostClients = 32;
    private readonly ConcurrentDictionary<XCredentials, TwitterClient> clients = new();

    public async Task<XResponse> SendAsync(XRequest request, XCredentials credentials, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var exchange = new Exchange((message, token) => XHttpExchange.SendAsync(newClient(), message, timeout, clock, token), clock, cancellationToken);
        Exchange.Current = exchange;
        try
        {
            await ClientOf(credentials).Execute.RequestAsync((ITwitterQuery query) => Fill(query, request));
        }
        catch (Exception) when (exchange.Response is not null)
        {
            // Tweetinvi throws on every status but 2xx; the answer itself is already in hand.
        }
        catch (Exception trouble)
        {
            // Tweetinvi's exceptions carry the keys, so none of them may pass: only what the exchange itself has met, or the bare type.
            throw exchange.Trouble ?? new XTransportException($"Tweetinvi failed before anything was sent ({trouble.GetType().Name})", mayHaveArrived: exchange.HasBegun);
        }
        finally
        {
            Exchange.Current = null;
        }

        return exchange.Response ?? throw new XTransportException("Tweetinvi gave no answer", mayHaveArrived: exchange.HasBegun);
    }

    private void Fill(ITwitterQuery query, XRequest request)
    {
        query.Url = request.Url(baseUrl);
        query.HttpMethod = Enum.Parse<global::Tweetinvi.Models.HttpMethod>(request.Method.Method);
        query.Timeout = timeout + TimeSpan.FromMinutes(1);
        if (request.Json is { } json)
            query.HttpContent = new StringContent(json, Encoding.UTF8, "application/json");
    }

    private TwitterClient ClientOf(XCredentials credentials)
    {
        if (clients.Count >= MostClients)
            clients.Clear();
        return clients.GetOrAdd(credentials, Made);
    }

    private static TwitterClient Made(XCredentials credentials)
    {
        var parameters = new TwitterClientParameters();
        parameters.BeforeRegistrationCompletes += (_, registration) => registration.TweetinviContainer.RegisterType<IHttpClientWebHelper, ExchangeHelper>();
        var client = new TwitterClient(credentials switch
        {
            XCredentials.OAuth1 keys => new TwitterCredentials(keys.ConsumerKey, keys.ConsumerSecret, keys.AccessToken, keys.AccessTokenSecret),
            XCredentials.Bearer bearer => new TwitterCredentials { BearerToken = bearer.Token },
            _ => throw new System.Diagnostics.UnreachableException(),
        }, parameters);
        // Any other mode asks an old endpoint for limits before each request.
        client.Config.RateLimitTrackerMode = RateLimitTrackerMode.None;
        return client;
    }
}
