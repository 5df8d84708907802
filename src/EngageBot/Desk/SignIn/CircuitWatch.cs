using System.Security.Claims;
using EngageBot.People;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;

namespace EngageBot.Desk.SignIn;

/// <summary>An open page asks no request to check its cookie, so it looks by itself whether its person may still be here, in the same role.</summary>
internal sealed class CircuitWatch(ILoggerFactory loggers, IServiceScopeFactory scopes) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => PeopleSetup.Revalidation;

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        MayStayAsync(authenticationState.User);

    /// <summary>False when they were disabled or signed out everywhere, or have another role by now: the page must ask for a new cookie.</summary>
    public async Task<bool> MayStayAsync(ClaimsPrincipal person)
    {
        await using var scope = scopes.CreateAsyncScope();
        var user = await scope.ServiceProvider.GetRequiredService<SignInManager<User>>().ValidateSecurityStampAsync(person);
        return user is not null && user.Role == person.Role();
    }
}
