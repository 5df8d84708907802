using Microsoft.JSInterop;

namespace EngageBot.Desk.Shell;

/// <summary>
/// The script of one part of a page. Somebody may leave while that part still waits for the browser or for a pause in the typing: once it is
/// gone, or its browser, what is asked of its script is not done and is no error, because an error that nobody catches ends the whole desk.
/// </summary>
/// <param name="path">Where the module lies, for example <c>./Desk/Queue/QueueList.razor.js</c>.</param>
internal sealed class PageScript(IJSRuntime browser, string path) : IAsyncDisposable
{
    private Task<IJSObjectReference>? loading;
    private IJSObjectReference? started;
    private bool isGone;

    /// <summary>Starts what goes on by itself, like listening for keys; when the part is gone, its <c>stop()</c> is called.</summary>
    public async Task StartAsync(string function, params object?[] arguments)
    {
        started = await AskAsync<IJSObjectReference>(function, arguments);
        if (isGone)
            await StopAsync();
    }

    public Task TellAsync(string function, params object?[] arguments) => AskAsync<object>(function, arguments);

    /// <summary>What the script answers; nothing once it is gone.</summary>
    public async Task<T?> AskAsync<T>(string function, params object?[] arguments)
    {
        if (isGone)
            return default;
        try
        {
            var module = await (loading ??= browser.InvokeAsync<IJSObjectReference>("import", path).AsTask());
            return isGone ? default : await module.InvokeAsync<T>(function, arguments);
        }
        catch (JSDisconnectedException)
        {
            return default; // whoever looked at the page is gone
        }
    }

    public async ValueTask DisposeAsync()
    {
        isGone = true;
        await StopAsync();
    }

    private async Task StopAsync()
    {
        try
        {
            if (started is not null)
                await started.InvokeVoidAsync("stop");
            if (loading is { IsCompletedSuccessfully: true })
                await (await loading).DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // the browser is gone, and its listeners with it
        }
    }
}
