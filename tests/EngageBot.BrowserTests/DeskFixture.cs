using Microsoft.Playwright;
using Xunit;

namespace EngageBot.BrowserTests;

/// <summary>One running program and one browser for a class of tests; Ana, the first admin, has signed in.</summary>
public class DeskFixture : IAsyncLifetime
{
    public const string Password = "rain on a tin roof";

    private IPlaywright playwright = null!;
    private IBrowser browser = null!;
    private string anasCookies = "";

    public RunningHouse House { get; private set; } = null!;

    /// <summary>Settings of the program beyond those of every test. A reply to a complaint can be taken back for long, all others go out soon.</summary>
    protected virtual string[] Settings => ["--Approving:UndoSeconds=2", "--Approving:UndoSecondsForComplaints=20"];

    public async Task InitializeAsync()
    {
        var house = RunningHouse.StartAsync(Settings);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium(), Args = ["--no-sandbox"] });
        House = await house;
        anasCookies = await FoundAsync();
        await FillAsync();
    }

    /// <summary>The desk as Ana sees it.</summary>
    public Task<DeskPage> AnaAsync(ColorScheme scheme = ColorScheme.Light, int width = 1440, int height = 900, string locale = "en-GB") =>
        OpenAsync(anasCookies, scheme, width, height, locale);

    /// <summary>Somebody who has not signed in.</summary>
    public Task<DeskPage> StrangerAsync(ColorScheme scheme = ColorScheme.Light, string locale = "en-GB", int width = 1440, bool scripts = true) =>
        OpenAsync(null, scheme, width, 900, locale, scripts);

    /// <summary>A colleague comes in by the link that Ana hands them.</summary>
    public async Task<DeskPage> JoinAsync(string name, string role)
    {
        await using var ana = await AnaAsync();
        await ana.GoAsync("people");
        await ana.Page.GetByLabel("Name").FillAsync(name);
        await ana.Page.GetByLabel("Role", new PageGetByLabelOptions { Exact = true }).SelectOptionAsync(role);
        await ana.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Invite" }).ClickAsync();
        var link = await ana.Page.Locator("output").InnerTextAsync();

        var colleague = await OpenAsync(null, ColorScheme.Light, 1440, 900);
        await colleague.Page.GotoAsync(link);
        await colleague.Page.GetByLabel("Password").FillAsync(Password);
        await colleague.Page.GetByRole(AriaRole.Button).ClickAsync();
        await colleague.ReadyAsync();
        return colleague;
    }

    public virtual async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await House.DisposeAsync();
    }

    /// <summary>What the store holds before the first test.</summary>
    protected virtual Task FillAsync() => Task.CompletedTask;

    private async Task<string> FoundAsync()
    {
        await using var desk = await OpenAsync(null, ColorScheme.Light, 1440, 900); // else it would stay at the first letter
        await desk.Page.GotoAsync(House.Setup.ToString());
        await desk.Page.GetByLabel("Name").FillAsync("Ana");
        await desk.Page.GetByLabel("Password").FillAsync(Password);
        await desk.Page.GetByRole(AriaRole.Button).ClickAsync();
        await desk.ReadyAsync();
        return await desk.Page.Context.StorageStateAsync();
    }

    private async Task<DeskPage> OpenAsync(string? cookies, ColorScheme scheme, int width, int height, string locale = "en-GB", bool scripts = true)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = House.Desk.ToString(),
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            StorageState = cookies,
            Locale = locale,
            JavaScriptEnabled = scripts,
            TimezoneId = "Europe/Berlin",
        });
        return new DeskPage(await context.NewPageAsync(), House);
    }

    /// <summary>Null lets Playwright take a browser of its own.</summary>
    private static string? Chromium() =>
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } chosen ? chosen : File.Exists("/usr/bin/chromium") ? "/usr/bin/chromium" : null;
}
