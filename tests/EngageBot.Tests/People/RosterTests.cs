using System.Net;
using EngageBot.People;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.People;

public sealed class RosterTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task An_invited_person_chooses_their_own_password_once(Engine engine)
    {
        await using var door = await Door.OpenAsync(engine);
        using var ana = await door.AnaAsync();
        var invited = Assert.IsType<RosterChange.Invited>(await door.Get<Roster>().InviteAsync("Ben", Role.Drafter, "Ana", CancellationToken.None));
        using var ben = door.NewBrowser();
        await ben.SendAsync(invited.Path, ("password", Door.Password));
        Assert.Equal("Ben is Drafter", await ben.WhoAsync());
        Assert.Equal(HttpStatusCode.Gone, (await ben.OpenAsync(invited.Path)).StatusCode);
    }

    [Fact]
    public async Task An_invitation_makes_no_admin_at_the_setup_page()
    {
        await using var door = await Door.OpenAsync();
        using var ana = await door.AnaAsync();
        var invited = (RosterChange.Invited)await door.Get<Roster>().InviteAsync("Ben", Role.Reader, "Ana", CancellationToken.None);
        using var ben = door.NewBrowser();
        Assert.Equal(HttpStatusCode.Gone, (await ben.OpenAsync(invited.Path.Replace("/invitation", "/setup", StringComparison.Ordinal))).StatusCode);
    }

    [Fact]
    public async Task Two_people_cannot_bear_the_same_name()
    {
        await using var door = await Door.OpenAsync();
        using var ana = await door.AnaAsync();
        Assert.IsType<RosterChange.Refused>(await door.Get<Roster>().InviteAsync("ana", Role.Reader, "Ana", CancellationToken.None));
    }

    [Fact]
    public async Task A_new_link_replaces_the_one_before_and_its_use_signs_out_everywhere()
    {
        await using var door = await Door.OpenAsync();
        using var ana = await door.AnaAsync();
        var (lost, id) = await door.JoinAsync("Ben", Role.Reader);
        var older = (RosterChange.Invited)await door.Get<Roster>().InviteAgainAsync(id, "Ana", CancellationToken.None);
        var newer = (RosterChange.Invited)await door.Get<Roster>().InviteAgainAsync(id, "Ana", CancellationToken.None);
        using var ben = door.NewBrowser();
        Assert.Equal(HttpStatusCode.Gone, (await ben.OpenAsync(older.Path)).StatusCode);
        await ben.SendAsync(newer.Path, ("password", "a wholly new password"));
        door.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(await ben.WhoAsync());
        Assert.Null(await lost.WhoAsync());
    }

    [Fact]
    public async Task The_last_admin_stays_admin()
    {
        await using var door = await Door.OpenAsync();
        using var ana = await door.AnaAsync();
        var roster = door.Get<Roster>();
        var id = await door.IdOfAsync("Ana");
        await roster.InviteAsync("Has not come yet", Role.Admin, "Ana", CancellationToken.None);
        Assert.IsType<RosterChange.Refused>(await roster.ChangeRoleAsync(id, Role.Approver, "Ana", CancellationToken.None));
        Assert.IsType<RosterChange.Refused>(await roster.DisableAsync(id, "Ana", CancellationToken.None));
        await door.JoinAsync("Ben", Role.Admin);
        Assert.IsType<RosterChange.Done>(await roster.ChangeRoleAsync(id, Role.Approver, "Ana", CancellationToken.None));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Admins_who_demote_each_other_at_once_leave_one(Engine engine)
    {
        await using var door = await Door.OpenAsync(engine);
        using var ana = await door.AnaAsync();
        var (_, ben) = await door.JoinAsync("Ben", Role.Admin);
        var ids = new[] { await door.IdOfAsync("Ana"), ben };
        await Task.WhenAll(ids.Select(id => Task.Run(() => door.Get<Roster>().ChangeRoleAsync(id, Role.Reader, "the other", CancellationToken.None))));
        Assert.Single(await door.Get<Roster>().AllAsync(CancellationToken.None), colleague => colleague.Role == Role.Admin);
    }

    [Fact]
    public async Task A_changed_role_holds_within_a_minute_without_a_new_sign_in()
    {
        await using var door = await Door.OpenAsync();
        using var ana = await door.AnaAsync();
        var (ben, id) = await door.JoinAsync("Ben", Role.Approver);
        await door.Get<Roster>().ChangeRoleAsync(id, Role.Reader, "Ana", CancellationToken.None);
        door.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("Ben is Reader", await ben.WhoAsync());
    }

    [Fact]
    public async Task Signed_out_everywhere_one_may_sign_in_again()
    {
        await using var door = await Door.OpenAsync();
        using var ana = await door.AnaAsync();
        await door.Get<Roster>().SignOutEverywhereAsync(await door.IdOfAsync("Ana"), "Ana", CancellationToken.None);
        door.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await ana.WhoAsync());
        await ana.SignInAsync("Ana");
        Assert.NotNull(await ana.WhoAsync());
    }
}
