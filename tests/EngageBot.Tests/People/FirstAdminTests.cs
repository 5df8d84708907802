using System.Net;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.People;

public sealed class FirstAdminTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task The_setup_link_makes_the_first_admin_and_signs_them_in(Engine engine)
    {
        await using var door = await Door.OpenAsync(engine);
        using var browser = door.NewBrowser();
        var response = await browser.SendAsync((await door.SetupPathAsync())!, ("name", " Ana  Núñez "), ("password", Door.Password));
        Assert.Equal("/", response.Headers.Location?.OriginalString);
        Assert.Equal("Ana Núñez is Admin", await browser.WhoAsync());
    }

    [Fact]
    public async Task A_used_setup_link_makes_no_second_admin()
    {
        await using var door = await Door.OpenAsync();
        var link = (await door.SetupPathAsync())!;
        using var first = door.NewBrowser();
        using var second = door.NewBrowser();
        var openForm = await second.OpenAsync(link);
        await first.SendAsync(link, ("name", "Ana"), ("password", Door.Password));
        Assert.Equal(HttpStatusCode.OK, openForm.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await second.OpenAsync(link)).StatusCode);
        Assert.Null(await door.SetupPathAsync());
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Two_setup_links_used_at_once_make_one_admin(Engine engine)
    {
        await using var door = await Door.OpenAsync(engine);
        var links = new[] { (await door.SetupPathAsync())!, (await door.SetupPathAsync())! };
        using var one = door.NewBrowser();
        using var other = door.NewBrowser();
        var (onesForm, othersForm) = (await one.FormAsync(links[0]), await other.FormAsync(links[1]));
        await Task.WhenAll(
            one.SubmitAsync(links[0], onesForm, ("name", "Admin 1"), ("password", Door.Password)),
            other.SubmitAsync(links[1], othersForm, ("name", "Admin 2"), ("password", Door.Password)));
        Assert.Single(await door.Get<EngageBot.People.Roster>().AllAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_setup_link_dies_after_a_day()
    {
        await using var door = await Door.OpenAsync();
        var link = (await door.SetupPathAsync())!;
        using var browser = door.NewBrowser();
        door.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(HttpStatusCode.Gone, (await browser.OpenAsync(link)).StatusCode);
    }

    [Fact]
    public async Task A_made_up_key_opens_nothing()
    {
        await using var door = await Door.OpenAsync();
        using var browser = door.NewBrowser();
        Assert.Equal(HttpStatusCode.Gone, (await browser.OpenAsync("/setup?key=guess")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await browser.OpenAsync("/setup")).StatusCode);
    }

    [Fact]
    public async Task A_link_survives_a_password_that_is_too_short()
    {
        await using var door = await Door.OpenAsync();
        var link = (await door.SetupPathAsync())!;
        using var browser = door.NewBrowser();
        var refused = await browser.SendAsync(link, ("name", "Ana"), ("password", "short"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("at least 10 characters", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await browser.SendAsync(link, ("name", "Ana"), ("password", Door.Password));
        Assert.NotNull(await browser.WhoAsync());
    }

    [Theory]
    [InlineData("EngageBot")]
    [InlineData("Ana via token Zapier")]
    [InlineData("   ")]
    [InlineData("A\u202ena")]
    public async Task Nobody_is_called_what_the_journal_would_mistake(string name)
    {
        await using var door = await Door.OpenAsync();
        using var browser = door.NewBrowser();
        var refused = await browser.SendAsync((await door.SetupPathAsync())!, ("name", name), ("password", Door.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }
}
