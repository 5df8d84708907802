using EngageBot.Networks;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace EngageBot.Desk.Shell;

/// <summary>The frame of every page: how much waits, whether the line runs, who sits here.</summary>
public sealed partial class DeskLayout
{
    // One page that fails does not take the others with it.
    private ErrorBoundary? boundary;

    [Inject] private DeskPulse Pulse { get; set; } = null!;

    [Inject] private ViewerClock Viewer { get; set; } = null!;

    [Inject] private SandboxPlace Sandbox { get; set; } = null!;

    [Inject] private IJSRuntime Browser { get; set; } = null!;

    private string Count => Pulse.Counts switch
    {
        null => "",
        { Waiting: 0 } => T["all quiet"],
        var counts => T["{0:N0} waiting", counts.Waiting],
    };

    private string Oldest => Pulse.Counts?.Oldest is { } oldest && Viewer.Now - oldest >= TimeSpan.FromMinutes(1) ? $" · {T["oldest {0}", Viewer.Age(oldest)]}" : "";

    protected override void OnParametersSet() => boundary?.Recover();

    protected override void OnInitialized() => Pulse.Changed += ShowAsync;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        await using var module = await Browser.InvokeAsync<IJSObjectReference>("import", "./Desk/Shell/DeskLayout.razor.js");
        Viewer.Live(await module.InvokeAsync<string>("timeZone"));
        Pulse.Start();
    }

    private Task ShowAsync() => InvokeAsync(StateHasChanged);

    public void Dispose() => Pulse.Changed -= ShowAsync;
}
