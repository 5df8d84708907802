using System.ComponentModel;
using EngageBot.Approving;
using EngageBot.Library.Voice;
using EngageBot.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EngageBot.Api;

/// <summary>Whether a reply sounds like a person.</summary>
internal static class LintRoutes
{
    private const int LongestText = 4000;

    public static void MapLint(this IEndpointRouteBuilder api) =>
        api.MapPost("/lint", LintAsync).Needs(Role.Reader).WithTags("lint")
            .WithName("lint").WithSummary("Hears whether a reply sounds like a person or like an advert, and says why. Nothing is kept.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<Heard>, ProblemHttpResult>> LintAsync(LintRequest request, VoiceGuard voice, MentionDesk desk, CancellationToken cancellationToken)
    {
        if (request.Text.Length > LongestText)
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, "This cannot be done as sent", $"The text is too long; {LongestText} characters are heard at most.");
        if (request.MentionId is null)
            return TypedResults.Ok(Heard.Of(voice.Hear(request.Text)));
        return await desk.OpenAsync(request.MentionId, cancellationToken) is { } open
            ? TypedResults.Ok(Heard.Of(voice.Hear(request.Text, open.Mention.Post, open.Mention.Understanding.Intent)))
            : Problems.NoSuchMention();
    }
}

/// <summary>How a reply sounds.</summary>
internal sealed record Heard(
    [property: Description("0 an advert, 100 a person.")] int Score,
    [property: Description("A blocked text is approved only with a reason.")] LintVerdict Verdict,
    [property: Description("All of it in one line.")] string Headline,
    [property: Description("Heaviest cost first, then what makes it human.")] IReadOnlyList<HeardThing> Findings)
{
    public static Heard Of(LintReport report) => new(
        report.Score, report.Verdict, report.Headline,
        [.. report.Findings.Select(finding => new HeardThing(finding.Rule.Key, finding.Points, finding.Start, finding.Length, $"{finding.Rule.Says}: {finding.Quote}"))]);
}

/// <summary>One thing that was noticed.</summary>
internal sealed record HeardThing(
    string Rule,
    [property: Description("Taken from the score when negative.")] int Points,
    [property: Description("Where it stands in the text, in UTF-16 units.")] int Start,
    [property: Description("0 when it is about the text as a whole.")] int Length,
    [property: Description("In plain words.")] string Says);
