using EngageBot.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace EngageBot.Desk.Household;

/// <summary>Who may sit at the desk, and in which role.</summary>
public sealed partial class PeoplePage
{
    private IReadOnlyList<Colleague> people = [];
    private string name = "";
    private Role role = Role.Approver;
    private string? invited;
    private string? link;
    private string? problem;

    [Inject] private Roster Roster { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = null!;

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task InviteAsync()
    {
        var change = await Roster.InviteAsync(name, role, await AdminAsync(), CancellationToken.None);
        Tell(change, name);
        if (change is RosterChange.Invited)
            name = "";
        await LoadAsync();
    }

    private Task ChangeRoleAsync(Colleague person, Role chosen) =>
        ActAsync(person, (id, admin, cancellationToken) => Roster.ChangeRoleAsync(id, chosen, admin, cancellationToken));

    private async Task ActAsync(Colleague person, Func<string, string, CancellationToken, Task<RosterChange>> verb)
    {
        Tell(await verb(person.Id, await AdminAsync(), CancellationToken.None), person.Name);
        await LoadAsync();
    }

    private void Tell(RosterChange change, string about)
    {
        problem = (change as RosterChange.Refused)?.Why is { } why ? T.Told(why) : null;
        invited = about;
        link = change is RosterChange.Invited invitation ? Navigation.ToAbsoluteUri(invitation.Path).ToString() : null;
    }

    private async Task<string> AdminAsync() => (await Authentication).User.Actor();

    private async Task LoadAsync() => people = await Roster.AllAsync(CancellationToken.None);

    private string Standing(Colleague person) => person switch
    {
        { Disabled: true } => T["shut out"],
        { Joined: false } => T["invited"],
        _ => "",
    };
}
