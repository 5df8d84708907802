using System.Globalization;
using Microsoft.AspNetCore.Identity;

namespace EngageBot.People;

/// <summary>What a person may be called: as they are called among colleagues, since the journal tells who decided by this name.</summary>
internal sealed class UserNames : IUserValidator<User>
{
    private const int Longest = 60;

    // The journal's word for what nobody decided, and the words before a token's name.
    private static readonly string[] Reserved = ["engagebot", " via token "];

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user) =>
        Task.FromResult(Objection(user.Name) is { } objection
            ? IdentityResult.Failed(new IdentityError { Code = "Name", Description = objection })
            : IdentityResult.Success);

    /// <summary>Without what a hand adds by accident: spaces around, doubled spaces.</summary>
    public static string Tidy(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize();

    /// <summary>Null when the name can be used; it may still be taken.</summary>
    public static string? Objection(string name)
    {
        if (name.Length == 0)
            return "The name is missing.";
        if (name.Length > Longest)
            return $"The name is too long; {Longest} characters are enough.";
        if (name.Any(letter => CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format))
            return "The name holds an invisible character. Type it again.";
        return Reserved.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase))
            ? "This name would be mistaken for the program itself. Choose another."
            : null;
    }
}
