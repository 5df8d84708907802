using EngageBot.Desk.Shell;
using Microsoft.JSInterop;

namespace EngageBot.Desk.Shelves;

/// <summary>Where this browser keeps what was typed for an entry until it is saved, so that a reload or a crash loses nothing.</summary>
internal sealed class Drawer(IJSRuntime browser) : IAsyncDisposable
{
    private readonly PageScript script = new(browser, "./Desk/Shelves/EntryPage.razor.js");
    private bool isOpen;

    /// <summary>Call it once the page is in the browser; before, the drawer is shut and empty.</summary>
    public async Task OpenAsync()
    {
        await script.TellAsync("open");
        isOpen = true;
    }

    /// <summary>Null forgets it.</summary>
    public Task KeepAsync(string name, string? text) => isOpen ? script.TellAsync("keep", $"library:{name}", text) : Task.CompletedTask;

    public async Task<string?> KeptAsync(string name) => isOpen ? await script.AskAsync<string?>("kept", $"library:{name}") : null;

    /// <summary>Asks whether to go although something is not saved.</summary>
    public async Task<bool> MayLeaveAsync() => !isOpen || await script.AskAsync<bool>("mayLeave");

    public ValueTask DisposeAsync() => script.DisposeAsync();
}
