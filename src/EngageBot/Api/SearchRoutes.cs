using System.ComponentModel;
using System.Globalization;
using EngageBot.Approving.Finding;
using EngageBot.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EngageBot.Api;

/// <summary>GET search.</summary>
internal static class SearchRoutes
{
    private const int Longest = 100;

    public static void MapSearch(this IEndpointRouteBuilder api) =>
        api.MapGet("/search", FindAsync)
            .Needs(Role.Reader)
            .WithTags("queue")
            .WithName("search")
            .WithSummary("Mentions by everything that was ever said in them and around them, the latest first: words, \"words in a row\", from:@x, lang:de, is:answered. The last word may be unfinished.")
            .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<Results<Ok<FoundPage>, ProblemHttpResult>> FindAsync(
        MentionSearch search, [FromQuery] string? q, [FromQuery] int? limit, [FromQuery] string? cursor, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(q))
            return Problems.BadQuery("Send what to look for as 'q'.");
        if (limit is < 1 or > Longest)
            return Problems.BadQuery($"The limit must lie between 1 and {Longest}.");
        long? before = null;
        if (!string.IsNullOrEmpty(cursor))
        {
            if (!long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var place))
                return Problems.BadQuery("The cursor is not one of ours. Take it from 'next' of the page before, or leave it out.");
            before = place;
        }
        var found = await search.FindAsync(q, limit ?? 50, before, cancellationToken);
        return found.Problem is { } problem
            ? Problems.BadQuery(problem)
            : TypedResults.Ok(new FoundPage([.. found.Items.Select(FoundMention.Of)], found.Next?.ToString(CultureInfo.InvariantCulture)));
    }
}

/// <summary>One page of what was found.</summary>
internal sealed record FoundPage(
    IReadOnlyList<FoundMention> Items,
    [property: Description("Send it as 'cursor' for the page after; null at the end.")] string? Next);

/// <summary>A mention in which, or around which, the words were said.</summary>
internal sealed record FoundMention(
    QueuedMention Mention,
    [property: Description("Name of who said the words.")] string By,
    [property: Description("Said by one of our accounts.")] bool Ours,
    DateTimeOffset At,
    [property: Description("The words with what stands around them.")] IReadOnlyList<ExcerptPart> Excerpt)
{
    public static FoundMention Of(Finding found) => new(QueuedMention.Of(found.Mention), found.By, found.Ours, found.At, found.Excerpt);
}
