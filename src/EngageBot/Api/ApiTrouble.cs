using System.Text.Json;
using EngageBot.Storage;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;

namespace EngageBot.Api;

/// <summary>
/// Words every error below /api, the ones of the framework included. A startup filter, because it must lie around
/// the token check as well, wherever in the program the API is mapped.
/// </summary>
internal sealed class ApiTrouble : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase),
            api => api
                .UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = WordAsync, SuppressDiagnosticsCallback = handled => handled.Exception is BadHttpRequestException })
                .UseStatusCodePages(bare => Plain(bare.HttpContext.Response.StatusCode).ExecuteAsync(bare.HttpContext)));
        next(app);
    };

    private static Task WordAsync(HttpContext context) => Word(context.Features.Get<IExceptionHandlerFeature>()!.Error).ExecuteAsync(context);

    private static IResult Word(Exception exception) => exception switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problems.Of(
            StatusCodes.Status413PayloadTooLarge, "The body is too large", "No reply needs more than a few hundred characters."),
        BadHttpRequestException { InnerException: JsonException json } => Problems.Of(
            StatusCodes.Status400BadRequest,
            "The body cannot be read",
            $"It is not JSON, or not the JSON that this route takes{(json.Path is { Length: > 1 } path ? $"; see {path}" : "")}. Compare it with /openapi/v1.json."),
        BadHttpRequestException bad => Problems.Of(bad.StatusCode, "The request cannot be read", bad.Message),
        _ when StorageTrouble.Explain(exception) is { } why => Problems.Of(StatusCodes.Status503ServiceUnavailable, "The database does not answer", $"{why} Try again in a while."),
        _ => Problems.Of(StatusCodes.Status500InternalServerError, "Something went wrong on our side", "The log of EngageBot tells more. Trying again is safe."),
    };

    private static IResult Plain(int status) => status switch
    {
        StatusCodes.Status404NotFound => Problems.Of(status, "No such route", "All routes stand in /openapi/v1.json."),
        StatusCodes.Status405MethodNotAllowed => Problems.Of(status, "Not with this method", "All routes and their methods stand in /openapi/v1.json."),
        StatusCodes.Status415UnsupportedMediaType => Problems.Of(status, "JSON, please", "Send the body as 'Content-Type: application/json'."),
        _ => Problems.Of(status, ReasonPhrases.GetReasonPhrase(status), "All routes stand in /openapi/v1.json."),
    };
}
