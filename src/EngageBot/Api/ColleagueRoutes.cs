using System.ComponentModel;
using System.Security.Claims;
using System.Text.Json.Serialization;
using EngageBot.Approving;
using EngageBot.Approving.Together;
using EngageBot.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EngageBot.Api;

/// <summary>What colleagues arrange among themselves about a mention: who looks after it, and notes.</summary>
internal static class ColleagueRoutes
{
    public static void MapColleagues(this IEndpointRouteBuilder api)
    {
        var mention = api.MapGroup("/mentions/{id}").WithTags("colleagues").ProducesProblem(StatusCodes.Status404NotFound);
        mention.MapPost("/assign", AssignAsync).Needs(Role.Drafter).IsVerb()
            .WithName("assign").WithSummary("Says who looks after an open mention, or nobody. Everybody may still decide.");
        mention.MapGet("/notes", NotesAsync).Needs(Role.Reader)
            .WithName("listNotes").WithSummary("What colleagues told each other about the talk, oldest first; never posted.");
        mention.MapPost("/notes", NoteAsync).Needs(Role.Drafter).IsVerb()
            .WithName("addNote").WithSummary("Tells colleagues something about the talk. Notes are only ever added.");
    }

    private static async Task<IResult> AssignAsync(string id, AssignRequest request, Assignments assignments, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        Problems.For(await assignments.AssignAsync(id, request.To, caller.Actor(), cancellationToken));

    private static async Task<Results<Ok<IReadOnlyList<NoteLine>>, ProblemHttpResult>> NotesAsync(string id, MentionDesk desk, CancellationToken cancellationToken) =>
        await desk.OpenAsync(id, cancellationToken) is { } open
            ? TypedResults.Ok<IReadOnlyList<NoteLine>>([.. open.Notes.Select(note => new NoteLine(note.At, note.Author, note.Text))])
            : Problems.NoSuchMention();

    private static async Task<IResult> NoteAsync(string id, NoteRequest request, Notes notes, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        Problems.For(await notes.AddAsync(id, request.Text, caller.Actor(), cancellationToken));
}

/// <summary>Gives a mention to a colleague.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record AssignRequest([property: Description("The colleague's name as they sign in; null for nobody.")] string? To);

/// <summary>Something for colleagues.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NoteRequest([property: Description("At most 1000 characters.")] string Text);

/// <summary>One note.</summary>
internal sealed record NoteLine(DateTimeOffset At, string By, string Text);
