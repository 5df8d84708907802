using System.Text;
using EngageBot.Approving.Knowing;
using EngageBot.People;

namespace EngageBot.Desk.Knowing;

/// <summary>Hands out everything that is held about whoever wrote a mention, as a file for them.</summary>
internal static class HeldDoor
{
    public static void MapHeld(this IEndpointRouteBuilder app) =>
        app.MapGet("/held/{mentionId}.{format:regex(^(txt|json)$)}", HandOutAsync).RequireAuthorization(Policies.Approver).ExcludeFromDescription();

    private static async Task<IResult> HandOutAsync(string mentionId, string format, HeldAbout about, HttpContext http, CancellationToken cancellationToken)
    {
        if (await about.AuthorAsync(mentionId, cancellationToken) is not { } held)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        var name = $"held-about-{held.Handle}.{format}";
        return format == "json"
            ? Results.File(Encoding.UTF8.GetBytes(HeldText.Json(held)), "application/json", name)
            : Results.File(Encoding.UTF8.GetBytes(HeldText.Plain(held)), "text/plain; charset=utf-8", name);
    }
}
