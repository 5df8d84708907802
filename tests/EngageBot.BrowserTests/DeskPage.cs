using Microsoft.Playwright;

namespace EngageBot.BrowserTests;

/// <summary>What a person does at the desk.</summary>
public sealed class DeskPage : IAsyncDisposable
{
    private readonly RunningHouse house;

    public DeskPage(IPage page, RunningHouse house)
    {
        this.house = house;
        Page = page;
        page.Console += (_, message) => Note(message.Type is "error" or "warning", message.Text);
        page.PageError += (_, error) => Note(true, error);
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the browser, broken content policy included.</summary>
    public List<string> Complaints { get; } = [];

    public ILocator Letter => Page.Locator("article.sheet");

    public ILocator Editor => Page.Locator("#editor");

    public ILocator Draft => Page.Locator(".draft");

    public ILocator Voice => Page.Locator(".voice");

    public ILocator Notice => Page.Locator(".notice");

    public ILocator Deeds => Page.Locator(".deeds");

    public ILocator Rows => Page.Locator(".row");

    public ILocator Row(string name) => Page.Locator(".row", new PageLocatorOptions { HasText = name });

    public ILocator Verb(string name) => Page.Locator(".verbs").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = name });

    /// <summary>Opens a page of the desk and waits until it is alive.</summary>
    public async Task GoAsync(string path = "")
    {
        await Page.GotoAsync($"/{path}");
        await ReadyAsync();
    }

    public async Task ReadyAsync()
    {
        await Page.Locator(".pulse[data-beats=yes]").WaitForAsync();
        await Page.Locator(".desk[data-keys=on], main:not(:has(.lanes))").First.WaitForAsync();
    }

    public async Task ReloadAsync()
    {
        await Page.ReloadAsync();
        await ReadyAsync();
    }

    /// <summary>A follower writes to us; the letter is opened once it has come in. The id of the post.</summary>
    public async Task<string> ReceiveAsync(string handle, string text)
    {
        var id = await house.WritesAsync(handle, text);
        await OpenAsync(handle);
        return id;
    }

    public async Task OpenAsync(string handle)
    {
        var letter = Letter.GetByText($"@{handle}", new LocatorGetByTextOptions { Exact = true });
        await Row(handle).First.ClickAsync();
        try
        {
            await letter.WaitForAsync(new LocatorWaitForOptions { Timeout = 10_000 });
        }
        catch (TimeoutException)
        {
            // The lines may have been put in order anew between the pressing and the letting go, as for anybody: press again.
            await Row(handle).First.ClickAsync();
            await letter.WaitForAsync();
        }
        await GlanceAsync();
    }

    /// <summary>Looks at a letter as long as it takes before it can be decided: nothing is decided at first sight.</summary>
    public Task GlanceAsync() => Page.WaitForTimeoutAsync(350);

    public async Task SignInAsync(string name)
    {
        await Page.GotoAsync("/sign-in");
        await Page.Locator("#name").FillAsync(name);
        await Page.Locator("#password").FillAsync(DeskFixture.Password);
        await Page.GetByRole(AriaRole.Button).ClickAsync();
        await ReadyAsync();
    }

    /// <summary>By its own name, in the menu of the person; the desk comes back in it.</summary>
    public async Task ChooseLanguageAsync(string language)
    {
        await Page.Locator(".viewer").ClickAsync();
        var choice = Page.Locator(".mud-menu-item[lang]", new PageLocatorOptions { HasText = language });
        var code = await choice.GetAttributeAsync("lang");
        await choice.ClickAsync();
        await Page.Locator($"html[lang={code}]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        await ReadyAsync();
    }

    public Task PressAsync(string key) => Page.Keyboard.PressAsync(key);

    /// <summary>Writes instead of what stands in the editor.</summary>
    public async Task RewriteAsync(string text)
    {
        await PressAsync("e");
        await Editor.WaitForAsync();
        await Editor.FillAsync(text);
    }

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();

    private void Note(bool bad, string text)
    {
        if (bad)
            Complaints.Add(text);
    }
}
