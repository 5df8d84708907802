using System.Net;
using Tweetinvi.Core.Helpers;
using Tweetinvi.Core.Web;
using Tweetinvi.Models;
using Tweetinvi.WebLogic;

namespace EngageBot.Tweetinvi;

/// <summary>
/// Stands in for Tweetinvi's own web helper, which makes a client and a connection for every request: takes the signature from Tweetinvi
/// and sends through the exchange at hand.
/// </summary>
internal sealed class ExchangeHelper(IWebHelper addresses) : IHttpClientWebHelper
{
    public async Task<HttpResponseMessage> GetHttpResponseAsync(ITwitterQuery twitterQuery, ITwitterClientHandler? handler = null)
    {
        var exchange = Exchange.Current ?? throw new InvalidOperationException("Tweetinvi sent a request that nobody asked for.");
        using var request = new HttpRequestMessage(new System.Net.Http.HttpMethod(twitterQuery.HttpMethod.ToString()), twitterQuery.Url);
        request.Content = twitterQuery.HttpContent;
        var signer = new OAuthWebRequestGenerator(addresses, () => exchange.Now);
        var signature = twitterQuery.AuthorizationHeader ?? await signer.SetTwitterQueryAuthorizationHeaderAsync(twitterQuery);
        request.Headers.TryAddWithoutValidation("Authorization", signature);
        var response = await exchange.SendAsync(request);
        return new HttpResponseMessage((HttpStatusCode)response.Status) { Content = new StringContent(response.Body) };
    }

    public HttpClient GetHttpClient(ITwitterQuery twitterQuery, ITwitterClientHandler? handler = null) =>
        throw new NotSupportedException("Only streams ask for a client of their own.");
}
