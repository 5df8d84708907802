using System.Text.Json;
using System.Text.Json.Serialization;
using EngageBot.Api.Health;
using EngageBot.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace EngageBot.Api;

internal static class ApiSetup
{
    private const long LargestBody = 64 * 1024;

    /// <summary>REST for programs, its OpenAPI document, and what a monitor asks.</summary>
    public static void AddApi(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, TokenDoor>(TokenDoor.Scheme, null);
        services.AddOpenApi("v1", ApiDocument.Describe);
        services.AddProblemDetails();
        services.AddTransient<IStartupFilter, ApiTrouble>();
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true); // ApiTrouble words the answer
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            // spells members as Words does, and lists them in the document
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        });
        services.AddReadiness();
    }

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        routes.MapHealth();
        var api = routes.MapGroup("/api/v1")
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        api.MapQueue();
        api.MapSearch();
        api.MapMentions();
        api.MapColleagues();
        api.MapMakerQuestions();
        api.MapFollowers();
        api.MapReceipt();
        api.MapReports();
        api.MapLint();
    }

    /// <summary>Only a token opens it: a cookie is not even looked at, so no other site can ride on one.</summary>
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder route, Role least) =>
        route.RequireAuthorization(new AuthorizeAttribute(least.ToString()) { AuthenticationSchemes = TokenDoor.Scheme });
}
