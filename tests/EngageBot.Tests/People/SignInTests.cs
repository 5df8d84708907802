using System.Net;
using EngageBot.People;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.People;

public sealed class SignInTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Name_and_password_let_a_person_in_whatever_the_case_of_the_name(Engine engine)
    {
        await using var door = await Door.OpenAsync(engine);
        using var setup = await door.AnaAsync();
        using var browser = door.NewBrowser();
        await browser.SignInAsync("ANA");
        Assert.Equal("Ana is Admin", await browser.WhoAsync());
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_told_the_same()
    {
        await using var door = await Door.OpenAsync();
        using var setup = await door.AnaAsync();
        using var browser = door.NewBrowser();
        var wrong = await browser.SignInAsync("Ana", "not the password");
        var unknown = await browser.SignInAsync("Bob", "not the password");
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal(Alert(await unknown.Content.ReadAsStringAsync()), Alert(await wrong.Content.ReadAsStringAsync()));
        Assert.Null(await browser.WhoAsync());
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Attempts_made_side_by_side_all_count_towards_the_lockout(Engine engine)
    {
        await using var door = await Door.OpenAsync(engine);
        using var setup = await door.AnaAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var guesser = door.NewBrowser();
            await guesser.SignInAsync("Ana", "not the password");
        }));
        using var browser = door.NewBrowser();
        var refused = await browser.SignInAsync("Ana");
        Assert.Contains("Too many attempts", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_address_cannot_try_without_end()
    {
        await using var door = await Door.OpenAsync();
        using var browser = door.NewBrowser();
        var answers = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 11; attempt++)
            answers.Add((await browser.SignInAsync($"name {attempt}", "guess")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.Equal(HttpStatusCode.Unauthorized, answers[^2]);
    }

    [Fact]
    public async Task A_form_of_another_site_is_not_taken()
    {
        await using var door = await Door.OpenAsync();
        using var setup = await door.AnaAsync();
        using var browser = door.NewBrowser();
        var answer = await browser.PostAsync("/sign-in", new("name", "Ana"), new("password", Door.Password));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(await browser.WhoAsync());
    }

    [Theory]
    [InlineData("/mention/7", "/mention/7")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    public async Task Signing_in_leads_only_to_our_own_pages(string next, string expected)
    {
        await using var door = await Door.OpenAsync();
        using var setup = await door.AnaAsync();
        using var browser = door.NewBrowser();
        var answer = await browser.SendAsync($"/sign-in?next={Uri.EscapeDataString(next)}", ("name", "Ana"), ("password", Door.Password));
        Assert.Equal(expected, answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_for_scripts_and_other_sites()
    {
        await using var door = await Door.OpenAsync();
        using var setup = await door.AnaAsync();
        using var browser = door.NewBrowser();
        var answer = await browser.SignInAsync("Ana");
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value => value.StartsWith("engagebot=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Signing_out_ends_the_visit()
    {
        await using var door = await Door.OpenAsync();
        using var browser = await door.AnaAsync();
        await browser.SendAsync("/sign-out");
        Assert.Null(await browser.WhoAsync());
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_disabled_person_is_out(Engine engine)
    {
        await using var door = await Door.OpenAsync(engine);
        using var ana = await door.AnaAsync();
        var (ben, id) = await door.JoinAsync("Ben", Role.Approver);
        await door.Get<Roster>().DisableAsync(id, "Ana", CancellationToken.None);
        door.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await ben.WhoAsync());
        await ben.SignInAsync("Ben");
        Assert.Null(await ben.WhoAsync());
        Assert.NotNull(await ana.WhoAsync());
    }

    [Fact]
    public async Task A_reader_does_not_get_where_approvers_decide()
    {
        await using var door = await Door.OpenAsync();
        using var ana = await door.AnaAsync();
        var (ben, _) = await door.JoinAsync("Ben", Role.Reader);
        Assert.StartsWith("/not-allowed", (await ben.OpenAsync("/decide")).Headers.Location?.PathAndQuery, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await ana.OpenAsync("/decide")).StatusCode);
    }

    [Fact]
    public async Task The_keys_of_the_cookies_are_for_this_user_only()
    {
        await using var door = await Door.OpenAsync();
        using var ana = await door.AnaAsync();
        Assert.NotEmpty(Directory.EnumerateFiles(door.KeysFolder));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(door.KeysFolder));
    }

    [Fact]
    public async Task Neither_password_nor_key_of_a_link_stands_in_the_database()
    {
        await using var door = await Door.OpenAsync();
        var link = (await door.SetupPathAsync())!;
        using var browser = door.NewBrowser();
        await browser.SendAsync(link, ("name", "Ana"), ("password", Door.Password));
        var stored = await door.Database.ReadAsync(
            session => session.QueryAsync<string>("SELECT hash FROM setup_link UNION ALL SELECT password_hash FROM person"), CancellationToken.None);
        Assert.Equal(2, stored.Count);
        Assert.DoesNotContain(stored, text => link.Contains(text, StringComparison.Ordinal) || text.Contains(Door.Password, StringComparison.Ordinal));
    }

    private static string Alert(string page) => page.Split("role=\"alert\">")[1].Split('<')[0];
}
