using EngageBot.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace EngageBot.Desk.Household;

/// <summary>The keys that programs use, made and taken back.</summary>
public sealed partial class TokensPage
{
    private IReadOnlyList<ApiToken> tokens = [];
    private string name = "";
    private Role role = Role.Reader;
    private IssuedToken? issued;
    private string? problem;

    [Inject] private ApiTokens Tokens { get; set; } = null!;

    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = null!;

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task IssueAsync()
    {
        var owner = (await Authentication).User.UserId()!;
        issued = await Tokens.IssueAsync(owner, name, role, CancellationToken.None);
        problem = issued is null ? T["No token was made: you can no longer sign in."] : null;
        name = "";
        await LoadAsync();
    }

    private async Task RevokeAsync(ApiToken token)
    {
        await Tokens.RevokeAsync(token.Id, CancellationToken.None);
        issued = null;
        await LoadAsync();
    }

    private async Task LoadAsync() => tokens = await Tokens.AllAsync(ownerId: null, CancellationToken.None);
}
