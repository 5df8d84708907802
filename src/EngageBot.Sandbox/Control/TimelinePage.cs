namespace EngageBot.Sandbox.Control;

/// <summary>The public timeline as a page, so that a person can watch a reply appear under its mention.</summary>
internal static class TimelinePage
{
    private static readonly Lazy<byte[]> Page = new(() =>
    {
        using var stream = typeof(TimelinePage).Assembly.GetManifestResourceStream("Control/timeline.html")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    });

    public static async Task ShowAsync(HttpContext http)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.ContentSecurityPolicy =
            "default-src 'self'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; frame-ancestors 'none'";
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.Body.WriteAsync(Page.Value, http.RequestAborted);
    }
}
