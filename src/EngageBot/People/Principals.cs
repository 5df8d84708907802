using System.Security.Claims;
using EngageBot.Model;

namespace EngageBot.People;

/// <summary>Reads who somebody is from their principal, whether they came with a cookie or a token.</summary>
internal static class Principals
{
    /// <summary>The name that goes into the journal: <c>Ana</c>, or <c>Ana via token Zapier</c>.</summary>
    public static string Actor(this ClaimsPrincipal principal) =>
        principal.Identity is { IsAuthenticated: true, Name: { } name } ? name : throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Null when nobody is signed in.</summary>
    public static string? UserId(this ClaimsPrincipal principal) => principal.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>Null when nobody is signed in.</summary>
    public static Role? Role(this ClaimsPrincipal principal) =>
        principal.FindFirstValue(ClaimTypes.Role) is { } word && Words.TryParse<Role>(word, out var role) ? role : null;

    /// <summary>Whether they may do what this role may.</summary>
    public static bool Is(this ClaimsPrincipal principal, Role least) => principal.Role() >= least;
}
