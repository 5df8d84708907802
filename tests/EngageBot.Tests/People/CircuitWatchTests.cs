using System.Security.Claims;
using EngageBot.Desk.SignIn;
using EngageBot.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace EngageBot.Tests.People;

public sealed class CircuitWatchTests
{
    [Fact]
    public async Task An_open_page_lets_go_of_whoever_was_disabled_signed_out_or_given_another_role()
    {
        await using var door = await Door.OpenAsync();
        using var ana = await door.AnaAsync();
        var roster = door.Get<Roster>();
        Func<string, Task>[] changes =
        [
            id => roster.DisableAsync(id, "Ana", CancellationToken.None),
            id => roster.SignOutEverywhereAsync(id, "Ana", CancellationToken.None),
            id => roster.ChangeRoleAsync(id, Role.Reader, "Ana", CancellationToken.None),
        ];
        using var watch = new CircuitWatch(NullLoggerFactory.Instance, door.Get<IServiceScopeFactory>());
        foreach (var (number, change) in changes.Index())
        {
            var name = $"Ben {number}";
            var (browser, id) = await door.JoinAsync(name, Role.Approver);
            browser.Dispose();
            var principal = await PrincipalAsync(door, name);
            Assert.True(await watch.MayStayAsync(principal));
            await change(id);
            Assert.False(await watch.MayStayAsync(principal));
        }
    }

    private static async Task<ClaimsPrincipal> PrincipalAsync(Door door, string name)
    {
        await using var scope = door.Get<IServiceScopeFactory>().CreateAsyncScope();
        var user = await scope.ServiceProvider.GetRequiredService<UserManager<User>>().FindByNameAsync(name);
        return await scope.ServiceProvider.GetRequiredService<SignInManager<User>>().CreateUserPrincipalAsync(user!);
    }
}
