using Microsoft.AspNetCore.Identity;

namespace EngageBot.People;

/// <summary>The rule for passwords, and their hashes. Length is the rule; which characters is the person's own affair.</summary>
internal sealed class Passwords(UserManager<User> users, IPasswordHasher<User> hasher)
{
    public const int Shortest = 10;

    /// <summary>Null when the password can be used.</summary>
    public async Task<string?> ObjectionAsync(User user, string password)
    {
        if (password.Equals(user.Name, StringComparison.OrdinalIgnoreCase))
            return "The password must not be the name.";
        foreach (var validator in users.PasswordValidators)
        {
            if (await validator.ValidateAsync(users, user, password) is { Succeeded: false } result)
                return string.Join(" ", result.Errors.Select(error => error.Description));
        }
        return null;
    }

    public string Hash(User user, string password) => hasher.HashPassword(user, password);
}
