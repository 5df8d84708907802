using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace EngageBot.Api;

/// <summary>What the OpenAPI document says beyond the routes themselves.</summary>
internal static class ApiDocument
{
    private const string Token = "token";

    public static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = route => route.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "EngageBot",
                Version = "1",
                Description = "The queue and its verbs for programs. A token acts in the name of the person who made it, and never beyond their role.",
            };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [Token] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A token made at the desk: eb_..." },
            };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Token, document)] = [] }];
            return Task.CompletedTask;
        });
    }
}
