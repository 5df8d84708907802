using Microsoft.AspNetCore.Identity;

namespace EngageBot.People;

/// <summary>Identity asks this before every sign-in: a disabled person stays outside even with the right password.</summary>
internal sealed class NotDisabled : IUserConfirmation<User>
{
    public Task<bool> IsConfirmedAsync(UserManager<User> manager, User user) => Task.FromResult(user.DisabledAt is null);
}
