using EngageBot.People;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;

namespace EngageBot.Desk.SignIn;

/// <summary>An open page asks no request to check its cookie, so it looks by itself whether its person may still be here, in the same role.</summary>
internal sealed class CircuitWatch(ILoggerFactory loggers, IServiceScopeFactory scopes) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => PeopleSetup.Revalidation;

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<User>>();
        var user = await signIn.ValidateSecurityStampAsync(authenticationState.User);
        return user is not null && user.Role == authenticationState.User.Role();
    }
}
