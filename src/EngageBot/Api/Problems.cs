using System.Diagnostics;
using EngageBot.Approving;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EngageBot.Api;

/// <summary>Answers that say what is wrong and what to do (RFC 9457).</summary>
internal static class Problems
{
    public static ProblemHttpResult Of(int status, string title, string detail, IDictionary<string, object?>? more = null) =>
        TypedResults.Problem(detail, statusCode: status, title: title, extensions: more);

    public static ProblemHttpResult NoSuchMention() =>
        Of(StatusCodes.Status404NotFound, "No such mention", "No mention has this id. Take ids from GET /api/v1/queue.");

    public static ProblemHttpResult BadQuery(string detail) => Of(StatusCodes.Status400BadRequest, "The query cannot be read", detail);

    /// <summary>The answer to a verb, taken or not.</summary>
    public static IResult For(Decision decision) => decision switch
    {
        Decision.Taken taken => TypedResults.Ok(new VerbTaken(taken.State, taken.SendAfter)),
        Decision.Proposed proposed => TypedResults.Json(new VerbTaken(proposed.State, null, proposed.Rule), statusCode: StatusCodes.Status202Accepted),
        Decision.OwnSecond => Of(
            StatusCodes.Status409Conflict,
            "A colleague has to look",
            "You have proposed these very words already. They go out as soon as another approver approves them; nobody is their own second."),
        Decision.BeingWritten writing => Of(
            StatusCodes.Status409Conflict,
            $"{writing.By} is writing on this",
            $"{writing.By} has been writing on this since {writing.Since:u}, so nothing was decided. Words that were sent are kept beside theirs. Try again when they are done, or take it over at the desk.",
            new Dictionary<string, object?> { ["by"] = writing.By, ["since"] = writing.Since }),
        Decision.AlreadyTaken faster => Of(
            StatusCodes.Status409Conflict,
            $"{faster.By} was faster",
            $"{faster.By} has decided already ({faster.What}, {faster.At:u}). Nothing was changed.",
            new Dictionary<string, object?> { ["by"] = faster.By, ["what"] = faster.What, ["at"] = faster.At }),
        Decision.MovedOn moved => Of(
            StatusCodes.Status409Conflict,
            "The conversation moved on",
            $"{moved.WhatHappened} Nothing was changed. Read the mention again and send its new version."),
        Decision.TooLate late => Of(StatusCodes.Status409Conflict, "Too late", late.Why),
        Decision.NotPostable words => Of(StatusCodes.Status422UnprocessableEntity, "This cannot be done as sent", words.Why),
        Decision.NeedsReason unlike => Of(
            StatusCodes.Status422UnprocessableEntity,
            "This needs a reason",
            $"It {unlike.Headline} ({unlike.Score} of 100). Change the text, or send 'reason' along: a line that says why it goes out all the same.",
            new Dictionary<string, object?> { ["needs"] = "reason" }),
        Decision.NotFound => NoSuchMention(),
        _ => throw new UnreachableException(),
    };
}
