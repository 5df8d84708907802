using EngageBot.Model;
using Microsoft.AspNetCore.Authorization;

namespace EngageBot.People;

/// <summary>One authorization policy per role, under the role's name; a higher role satisfies a lower policy.</summary>
internal static class Policies
{
    public const string Reader = nameof(Role.Reader);
    public const string Drafter = nameof(Role.Drafter);
    public const string Approver = nameof(Role.Approver);
    public const string Admin = nameof(Role.Admin);

    /// <summary>Changes the library. Drafters may: what they write is said only after an approver has read it, and every version can be had back.</summary>
    public const string WriteLibrary = Drafter;

    public static void AddRoles(AuthorizationOptions options)
    {
        foreach (var least in Enum.GetValues<Role>())
            options.AddPolicy(least.ToString(), policy => policy.RequireRole(Enum.GetValues<Role>().Where(role => role >= least).Select(Words.Of)));
    }
}
