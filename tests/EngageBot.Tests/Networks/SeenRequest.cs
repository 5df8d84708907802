using Microsoft.AspNetCore.Http.Features;

namespace EngageBot.Tests.Networks;

/// <summary>A request as it stood on the wire.</summary>
internal sealed record SeenRequest(string Method, string Target, string Authorization, string UserAgent, string? Cookie, string Connection, string Body)
{
    public string Path => Target.Split('?')[0];

    public IReadOnlyList<KeyValuePair<string, string>> Query =>
        Target.Contains('?', StringComparison.Ordinal)
            ? [.. Target.Split('?')[1].Split('&').Select(pair => pair.Split('=')).Select(pair => KeyValuePair.Create(Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1])))]
            : [];

    public string? this[string name] => Query.SingleOrDefault(pair => pair.Key == name).Value;

    public static async Task<SeenRequest> OfAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        return new SeenRequest(
            request.Method,
            request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            request.Headers.Authorization.ToString(),
            request.Headers.UserAgent.ToString(),
            request.Headers.Cookie,
            request.HttpContext.Connection.Id,
            await reader.ReadToEndAsync());
    }
}
