using System.ComponentModel;
using System.Security.Claims;
using System.Text.Json.Serialization;
using EngageBot.Approving;
using EngageBot.Approving.Makers;
using EngageBot.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EngageBot.Api;

/// <summary>Questions to those who know, by a link that needs no account.</summary>
internal static class MakerQuestionRoutes
{
    private const int Most = 200;

    public static void MapMakerQuestions(this IEndpointRouteBuilder api)
    {
        api.MapPost("/mentions/{id}/ask-maker", AskAsync).Needs(Role.Drafter).WithTags("makers").Takes<MakerLink>()
            .WithName("askMaker").WithSummary("Makes a link by which somebody who knows answers without an account; what they write comes back as a draft. The link is told now and never again.");
        var makers = api.MapGroup("/makers").WithTags("makers");
        makers.MapGet("", ListAsync).Needs(Role.Reader)
            .WithName("listMakers").WithSummary("Whom we asked: open questions and those answered in the last two weeks, the latest first.");
        makers.MapPost("/{id}/remind", RemindAsync).Needs(Role.Drafter).Takes<MakerLink>()
            .WithName("remindMaker").WithSummary("One more link to an open question; older ones go on working.");
        makers.MapPost("/{id}/take-back", TakeBackAsync).Needs(Role.Drafter).Takes<MakerLine>()
            .WithName("takeMakerQuestionBack").WithSummary("Its links lead nowhere any more.");
        makers.MapPost("/{id}/snippet", KeepAsync).Needs(Role.Drafter).Takes<KeptSnippet>()
            .WithName("keepMakerSnippet").WithSummary("Puts the words on the backstage shelf of the library, if the maker agreed to it.");
    }

    private static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder route) => route
        .Produces<T>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> AskAsync(
        string id, AskMakerRequest request, MakerDesk makers, MentionDesk mentions, ClaimsPrincipal caller, HttpRequest http, CancellationToken cancellationToken) =>
        await mentions.OpenAsync(id, cancellationToken) is null
            ? Problems.NoSuchMention()
            : Of(
                await makers.AskAsync(
                    new MakerRequest([id, .. request.Also ?? []], request.Maker, request.Trade ?? "", request.Note ?? "", request.Days ?? MakerDesk.UsualDays), caller.Actor(), cancellationToken),
                http);

    private static async Task<Ok<IReadOnlyList<MakerLine>>> ListAsync(MakerBoard board, CancellationToken cancellationToken) =>
        TypedResults.Ok<IReadOnlyList<MakerLine>>([.. (await board.ListAsync(Most, cancellationToken)).Select(MakerLine.Of)]);

    private static async Task<IResult> RemindAsync(string id, MakerDesk makers, MakerBoard board, ClaimsPrincipal caller, HttpRequest http, CancellationToken cancellationToken) =>
        await board.OneAsync(id, cancellationToken) is null ? NoSuchQuestion() : Of(await makers.RemindAsync(id, caller.Actor(), cancellationToken), http);

    private static async Task<IResult> TakeBackAsync(string id, MakerDesk makers, MakerBoard board, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        if (await board.OneAsync(id, cancellationToken) is null)
            return NoSuchQuestion();
        return await makers.TakeBackAsync(id, caller.Actor(), cancellationToken)
            ? TypedResults.Ok(MakerLine.Of((await board.OneAsync(id, cancellationToken))!))
            : Problems.Of(StatusCodes.Status409Conflict, "Too late", "This question is closed already: answered, taken back or gone.");
    }

    private static async Task<IResult> KeepAsync(string id, MakerSnippets snippets, MakerBoard board, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        await board.OneAsync(id, cancellationToken) is null ? NoSuchQuestion()
        : await snippets.KeepAsync(id, caller.Actor(), cancellationToken) switch
        {
            SnippetOutcome.Kept(var file) => TypedResults.Ok(new KeptSnippet(file)),
            SnippetOutcome.NotKept(var why) => Problems.Of(StatusCodes.Status422UnprocessableEntity, "This cannot be done as sent", why),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static IResult Of(AskOutcome outcome, HttpRequest http) => outcome switch
    {
        AskOutcome.Asked asked => TypedResults.Ok(new MakerLink(asked.QuestionId, $"{http.Scheme}://{http.Host}{asked.Path}", asked.ExpiresAt)),
        AskOutcome.NotAsked(var why) => Problems.Of(StatusCodes.Status422UnprocessableEntity, "This cannot be done as sent", why),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static ProblemHttpResult NoSuchQuestion() =>
        Problems.Of(StatusCodes.Status404NotFound, "No such question", "No question to a maker has this id. Take ids from GET /api/v1/makers.");
}

/// <summary>Asks somebody who knows.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record AskMakerRequest(
    [property: Description("Their first name.")] string Maker,
    [property: Description("What they do, for example 'wardrobe'; stands under the reply.")] string? Trade = null,
    [property: Description("What we know already; the maker sees it.")] string? Note = null,
    [property: Description("How many days the link holds, 1 to 30; 7 when left out.")] int? Days = null,
    [property: Description("Other mentions that ask the same; one answer serves all.")] IReadOnlyList<string>? Also = null);

/// <summary>A link for a maker; whoever has it may answer.</summary>
internal sealed record MakerLink(string Id, string Link, DateTimeOffset ExpiresAt);

/// <summary>The library file that keeps the words.</summary>
internal sealed record KeptSnippet(string File);

/// <summary>One question to a maker.</summary>
internal sealed record MakerLine(
    string Id, MakerState State, string Maker, string Trade, string Note, string AskedBy, DateTimeOffset AskedAt, DateTimeOffset? RemindedAt, DateTimeOffset ExpiresAt,
    [property: Description("Mentions that ask it.")] IReadOnlyList<string> MentionIds,
    [property: Description("As the maker signs; null until they have answered.")] string? FirstName,
    string? Words,
    [property: Description("Whether the words may be told as a backstage snippet.")] bool Consent,
    string? Snippet)
{
    public static MakerLine Of(MakerQuestion question) => new(
        question.Id, question.State, question.Maker, question.Trade, question.Note, question.AskedBy, question.AskedAt, question.RemindedAt, question.ExpiresAt,
        [.. question.Asked.Select(asked => asked.MentionId)], question.FirstName, question.Words, question.Consent, question.Snippet);
}
