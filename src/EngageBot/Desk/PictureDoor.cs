using EngageBot.People;
using EngageBot.Storage;
using Microsoft.Net.Http.Headers;

namespace EngageBot.Desk;

/// <summary>Shows the pictures of drafts to those who are signed in.</summary>
internal static class PictureDoor
{
    public static void MapPictures(this IEndpointRouteBuilder app) =>
        app.MapGet("/pictures/{hash:regex(^[0-9a-f]{{64}}$)}", ShowAsync).RequireAuthorization(Policies.Reader).ExcludeFromDescription();

    private static async Task<IResult> ShowAsync(string hash, PictureStore pictures, HttpContext http, CancellationToken cancellationToken)
    {
        if (await pictures.FindAsync(hash, cancellationToken) is not { } picture)
            return Results.NotFound();
        // the name is the content: what it stands for never changes
        http.Response.Headers[HeaderNames.CacheControl] = "private, max-age=31536000, immutable";
        return Results.Bytes(picture.Bytes, picture.MediaType);
    }
}
