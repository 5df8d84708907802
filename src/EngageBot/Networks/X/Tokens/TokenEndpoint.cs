using System.Net;
using System.Text;
using EngageBot.Networks.X.Transport;
using EngageBot.Networks.X.Wire;
using Microsoft.Extensions.Options;

namespace EngageBot.Networks.X.Tokens;

/// <summary>Asks X for a new pair of OAuth 2.0 user tokens, once.</summary>
internal sealed class TokenEndpoint(IHttpClientFactory clients, IOptions<XOptions> options, TimeProvider clock)
{
    /// <summary>Either the new tokens or why there are none.</summary>
    public async Task<(XTokens? Tokens, Renewal? Failure)> RefreshAsync(XOAuth2Options account, string refreshToken)
    {
        using var request = Request(account, refreshToken);
        try
        {
            var client = clients.CreateClient(Http.HttpTransport.ClientName);
            var response = await XHttpExchange.SendAsync(client, request, options.Value.Timeout, clock, CancellationToken.None);
            return Read(response, refreshToken);
        }
        catch (XTransportException trouble)
        {
            return (null, new Renewal.Failed($"The sign-in could not be renewed: {trouble.Message}."));
        }
    }

    private HttpRequestMessage Request(XOAuth2Options account, string refreshToken)
    {
        var form = new Dictionary<string, string> { ["grant_type"] = "refresh_token", ["refresh_token"] = refreshToken };
        var url = new XRequest(HttpMethod.Post, "/2/oauth2/token", []).Url(options.Value.BaseAddress);
        var request = new HttpRequestMessage(HttpMethod.Post, url);
        if (XAccountOptions.IsSet(account.ClientSecret))
            request.Headers.TryAddWithoutValidation("Authorization", $"Basic {Basic(account)}");
        else
            form["client_id"] = account.ClientId!.Trim();
        request.Content = new FormUrlEncodedContent(form);
        return request;
    }

    private static (XTokens?, Renewal?) Read(XResponse response, string refreshToken)
    {
        var json = JsonText.Parse(response.Body);
        if (response.Status == (int)HttpStatusCode.OK && json?.Text("access_token") is { Length: > 0 } access)
            return (new XTokens(access, json.Value.Text("refresh_token") ?? refreshToken), null);
        return response.Status is 400 or 401 or 403
            ? (null, new Renewal.Refused("X did not renew the sign-in of this account. Sign it in again and put the new tokens into X:...:OAuth2."))
            : (null, new Renewal.Failed($"The sign-in could not be renewed: X answered {response.Status}."));
    }

    private static string Basic(XOAuth2Options account) => Convert.ToBase64String(
        Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(account.ClientId!.Trim())}:{Uri.EscapeDataString(account.ClientSecret!.Trim())}"));
}
