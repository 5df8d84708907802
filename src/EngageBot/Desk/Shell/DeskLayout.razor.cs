using EngageBot.Networks;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace EngageBot.Desk.Shell;

/// <summary>The frame of every page: how much waits, whether the line runs, who sits here.</summary>
public sealed partial class DeskLayout
{
    [Inject] private DeskPulse Pulse { get; set; } = null!;

    [Inject] private ViewerClock Viewer { get; set; } = null!;

    [Inject] private SandboxPlace Sandbox { get; set; } = null!;

    [Inject] private IJSRuntime Browser { get; set; } = null!;

    private string Count => Pulse.Counts switch
    {
        null => "",
        { Waiting: 0 } => "all quiet",
        var counts => $"{counts.Waiting:N0} waiting",
    };

    private string Oldest => Pulse.Counts?.Oldest is { } oldest && Viewer.Now - oldest >= TimeSpan.FromMinutes(1) ? $" · oldest {Viewer.Age(oldest)}" : "";

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
