using System.Security.Claims;
using EngageBot.Model;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace EngageBot.People;

/// <summary>Puts the role on the principal beside what Identity puts there: id, name, security stamp.</summary>
internal sealed class UserClaims(UserManager<User> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<User>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(User user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(identity.RoleClaimType, Words.Of(user.Role)));
        return identity;
    }
}
