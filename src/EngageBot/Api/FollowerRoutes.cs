using System.ComponentModel;
using System.Security.Claims;
using EngageBot.Approving.Knowing;
using EngageBot.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EngageBot.Api;

/// <summary>What is held about a follower, for them; and forgetting them when they ask for it.</summary>
internal static class FollowerRoutes
{
    public static void MapFollowers(this IEndpointRouteBuilder api)
    {
        var follower = api.MapGroup("/followers/{handle}").WithTags("followers").ProducesProblem(StatusCodes.Status404NotFound);
        follower.MapGet("/export", ExportAsync).Needs(Role.Approver)
            .WithName("exportFollower").WithSummary("Everything that is held about somebody, to be handed to them; colleagues and makers are not named in it.");
        follower.MapPost("/forget", ForgetAsync).Needs(Role.Admin)
            .WithName("forgetFollower").WithSummary("Forgets somebody who asks for it: what they said, what we said to them, who they are. It cannot be taken back.");
    }

    private static async Task<Results<Ok<Held>, ProblemHttpResult>> ExportAsync(string handle, HeldAbout about, CancellationToken cancellationToken) =>
        await about.HandleAsync(handle, cancellationToken) is { } held ? TypedResults.Ok(held) : Nobody(handle);

    private static async Task<Results<Ok<Forgotten>, ProblemHttpResult>> ForgetAsync(string handle, Oblivion oblivion, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        await oblivion.ForgetAsync(handle, caller.Actor(), cancellationToken) is { } count ? TypedResults.Ok(new Forgotten(count)) : Nobody(handle);

    private static ProblemHttpResult Nobody(string handle) =>
        Problems.Of(StatusCodes.Status404NotFound, "Nobody known", $"Nothing is held about @{handle.TrimStart('@')}.");
}

/// <summary>What was forgotten.</summary>
internal sealed record Forgotten([property: Description("How many mentions lost their words.")] int Mentions);
