namespace EngageBot.Sandbox.Api;

/// <summary>Puts a whole answer on the wire.</summary>
internal static class Wire
{
    public static Task WriteAsync(HttpContext http, Answer answer) =>
        WriteAsync(http, answer.Status, answer.ContentType, answer.Body);

    public static async Task WriteAsync(HttpContext http, int status, string contentType, ReadOnlyMemory<byte> body)
    {
        http.Response.StatusCode = status;
        if (contentType.Length > 0)
            http.Response.ContentType = contentType;
        http.Response.ContentLength = body.Length;
        if (!body.IsEmpty)
            await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }
}
