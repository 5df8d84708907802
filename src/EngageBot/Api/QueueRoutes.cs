using System.Text.Json.Nodes;
using EngageBot.Approving;
using EngageBot.Model;
using EngageBot.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

namespace EngageBot.Api;

/// <summary>GET queue.</summary>
internal static class QueueRoutes
{
    private const int Longest = 200;

    public static void MapQueue(this IEndpointRouteBuilder api) =>
        api.MapGet("/queue", ListAsync)
            .Needs(Role.Reader)
            .WithTags("queue")
            .WithName("listQueue")
            .WithSummary("Mentions of one state; those that wait by default, oldest first. In the order 'due', what is urgent has a head start. Follow 'next' for more.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                Allow<MentionState>(operation.Parameters!.Single(parameter => parameter.Name == "state").Schema);
                Allow<QueueOrder>(operation.Parameters!.Single(parameter => parameter.Name == "order").Schema);
                Allow<Intent>(operation.Parameters!.Single(parameter => parameter.Name == "intent").Schema!.Items);
                return Task.CompletedTask;
            });

    private static async Task<Results<Ok<QueuePage>, ProblemHttpResult>> ListAsync(
        ApprovalQueue queue, [FromQuery] string? state, [FromQuery] string[]? intent, [FromQuery] string? order, [FromQuery] int? limit, [FromQuery] string? cursor, CancellationToken cancellationToken)
    {
        var standing = MentionState.Waiting;
        if (state is not null && !Words.TryParse(state, out standing))
            return Problems.BadQuery($"'{state}' is no state. {OneOf<MentionState>()}");
        if (intent?.FirstOrDefault(word => !Words.TryParse<Intent>(word, out _)) is { } odd)
            return Problems.BadQuery($"'{odd}' is no intent. {OneOf<Intent>()}");
        if (limit is < 1 or > Longest)
            return Problems.BadQuery($"The limit must lie between 1 and {Longest}.");
        var sorting = QueueOrder.Oldest;
        if (order is not null && !Words.TryParse(order, out sorting))
            return Problems.BadQuery($"'{order}' is no order. {OneOf<QueueOrder>()}");
        if (!Cursor.TryParse(cursor, sorting, out var after))
            return Problems.BadQuery("The cursor is not one of ours, or of another order. Take it from 'next' of the page before, or leave it out.");

        var view = new QueueView(standing, intent is not { Length: > 0 } ? null : [.. intent.Select(Words.Parse<Intent>)], after, limit ?? 50, sorting);
        var items = await queue.ListAsync(view, cancellationToken);
        return TypedResults.Ok(new QueuePage([.. items.Select(QueuedMention.Of)], items.Count < view.Limit ? null : Cursor.After(items[^1], sorting)));
    }

    private static void Allow<T>(IOpenApiSchema? words) where T : struct, Enum =>
        ((OpenApiSchema)words!).Enum = [.. Enum.GetValues<T>().Select(value => JsonValue.Create(Words.Of(value)))];

    private static string OneOf<T>() where T : struct, Enum => $"Use one of: {string.Join(", ", Enum.GetValues<T>().Select(Words.Of))}.";
}
