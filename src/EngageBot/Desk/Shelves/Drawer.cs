using Microsoft.JSInterop;

namespace EngageBot.Desk.Shelves;

/// <summary>Where this browser keeps what was typed for an entry until it is saved, so that a reload or a crash loses nothing.</summary>
internal sealed class Drawer(IJSRuntime browser) : IAsyncDisposable
{
    private IJSObjectReference? module;

    /// <summary>Call it once the page is in the browser; before, the drawer is shut and empty.</summary>
    public async Task OpenAsync()
    {
        module = await browser.InvokeAsync<IJSObjectReference>("import", "./Desk/Shelves/EntryPage.razor.js");
        await module.InvokeVoidAsync("open");
    }

    /// <summary>Null forgets it.</summary>
    public async Task KeepAsync(string name, string? text)
    {
        if (module is not null)
            await module.InvokeVoidAsync("keep", $"library:{name}", text);
    }

    public async Task<string?> KeptAsync(string name) => module is null ? null : await module.InvokeAsync<string?>("kept", $"library:{name}");

    /// <summary>Asks whether to go although something is not saved.</summary>
    public async Task<bool> MayLeaveAsync() => module is null || await module.InvokeAsync<bool>("mayLeave");

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (module is not null)
                await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // the browser is gone, and its drawers keep what lies in them
        }
    }
}
