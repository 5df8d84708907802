using System.Security.Claims;
using EngageBot.Approving;
using EngageBot.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EngageBot.Api;

/// <summary>One mention and its verbs; a verb's journal line names the owner and the token.</summary>
internal static class MentionRoutes
{
    private const int LongestDraft = 4000;

    public static void MapMentions(this IEndpointRouteBuilder api)
    {
        var mention = api.MapGroup("/mentions/{id}").WithTags("mentions").ProducesProblem(StatusCodes.Status404NotFound);
        mention.MapGet("", OpenAsync).Needs(Role.Reader)
            .WithName("openMention").WithSummary("All that is known of a mention: thread, draft, reply, journal, and the version to approve with.");
        mention.MapPut("/draft", SaveDraftAsync).Needs(Role.Drafter).IsVerb()
            .WithName("saveDraft").WithSummary("Keeps words for whoever decides; an empty text forgets them. Nothing is posted.");
        mention.MapPost("/intent", CorrectAsync).Needs(Role.Drafter).IsVerb()
            .WithName("correctIntent").WithSummary("Says what an open mention wants: it is drafted anew unless somebody has typed words of their own, and the reader learns from it.");
        mention.MapDelete("/intent", TakeCorrectionBackAsync).Needs(Role.Drafter).IsVerb()
            .WithName("takeCorrectionBack").WithSummary("Takes a correction back: the mention is read as EngageBot read it.");
        mention.MapPost("/approve", ApproveAsync).Needs(Role.Approver).IsVerb()
            .WithName("approve").WithSummary("Approves these very letters; they are posted when the undo window ends. Where the rules ask for two people, the first approval is a proposal (202).")
            .Produces<VerbTaken>(StatusCodes.Status202Accepted);
        mention.MapPost("/let-be", LetBeAsync).Needs(Role.Approver).IsVerb()
            .WithName("letBe").WithSummary("Decides not to reply, with a reason.");
        mention.MapPost("/snooze", SnoozeAsync).Needs(Role.Approver).IsVerb()
            .WithName("snooze").WithSummary("Puts the mention aside until a moment; it comes back by itself.");
        mention.MapPost("/reopen", ReopenAsync).Needs(Role.Approver).IsVerb()
            .WithName("reopen").WithSummary("Brings a mention back to the queue that was let be, snoozed or set aside.");
        mention.MapPost("/send-now", SendNowAsync).Needs(Role.Approver).IsVerb()
            .WithName("sendNow").WithSummary("Does not wait for the house to open with an approved reply; it goes out when its undo window ends.");
        mention.MapPost("/undo", UndoAsync).Needs(Role.Approver).IsVerb()
            .WithName("undo").WithSummary("Takes the last decision back: an approval within its undo window, a let-be, a snooze.");
    }

    public static RouteHandlerBuilder IsVerb(this RouteHandlerBuilder route) => route
        .Produces<VerbTaken>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<MentionDetail>, ProblemHttpResult>> OpenAsync(string id, MentionDesk desk, CancellationToken cancellationToken) =>
        await desk.OpenAsync(id, cancellationToken) is { } open ? TypedResults.Ok(MentionDetail.Of(open)) : Problems.NoSuchMention();

    private static async Task<IResult> SaveDraftAsync(string id, DraftRequest request, Approvals approvals, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        Problems.For(request.Text.Length > LongestDraft
            ? new Decision.NotPostable($"The text is too long; {LongestDraft} characters are kept at most.")
            : await approvals.SaveDraftAsync(id, request.Text, caller.Actor(), cancellationToken));

    private static async Task<IResult> CorrectAsync(string id, IntentRequest request, Corrections corrections, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        Problems.For(await corrections.CorrectAsync(id, request.Intent, request.Seen, caller.Actor(), cancellationToken));

    private static async Task<IResult> TakeCorrectionBackAsync(string id, Corrections corrections, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        Problems.For(await corrections.TakeBackAsync(id, caller.Actor(), cancellationToken));

    private static async Task<IResult> ApproveAsync(string id, ApproveRequest request, Approvals approvals, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        Problems.For(await approvals.ApproveAsync(id, request.Version, new Approval(request.Text, request.Picture, request.Reason), caller.Actor(), cancellationToken));

    private static async Task<IResult> LetBeAsync(string id, LetBeRequest request, Approvals approvals, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        Problems.For(await approvals.LetBeAsync(id, request.Reason, caller.Actor(), cancellationToken));

    private static async Task<IResult> SnoozeAsync(string id, SnoozeRequest request, Approvals approvals, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        Problems.For(await approvals.SnoozeAsync(id, request.Until, caller.Actor(), cancellationToken));

    private static async Task<IResult> ReopenAsync(string id, Approvals approvals, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        Problems.For(await approvals.ReopenAsync(id, caller.Actor(), cancellationToken));

    private static async Task<IResult> SendNowAsync(string id, Approvals approvals, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        Problems.For(await approvals.SendNowAsync(id, caller.Actor(), cancellationToken));

    private static async Task<IResult> UndoAsync(string id, Approvals approvals, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        Problems.For(await approvals.UndoAsync(id, caller.Actor(), cancellationToken));
}
