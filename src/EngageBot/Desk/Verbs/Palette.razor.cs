using EngageBot.Desk.Shell;
using EngageBot.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace EngageBot.Desk.Verbs;

/// <summary>Finds every verb, page and part of the queue by a few letters of its name, and teaches its key on the way.</summary>
public sealed partial class Palette
{
    private IReadOnlyList<PaletteItem> all = [];
    private IReadOnlyList<PaletteItem> found = [];
    private DotNetObjectReference<Palette>? self;
    private PageScript script = null!;
    private ElementReference dialog;
    private string typed = "";
    private bool open;
    private int at;

    [Inject] private Hands Hands { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private IJSRuntime Browser { get; set; } = null!;

    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = null!;

    protected override void OnInitialized() => script = new PageScript(Browser, "./Desk/Verbs/Palette.razor.js");

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        self = DotNetObjectReference.Create(this);
        await script.StartAsync("listen", self, dialog);
    }

    /// <summary>The person pressed Ctrl and K.</summary>
    [JSInvokable]
    public async Task OpenAsync()
    {
        all = [.. PaletteItem.For((await Authentication).User.Role(), Hands.Press is not null, T)];
        open = true;
        Type("");
        StateHasChanged();
        await script.TellAsync("show", dialog);
    }

    private static string Id(int place) => $"palette-{place}";

    private void Type(string? letters)
    {
        typed = letters ?? "";
        (found, at) = (PaletteItem.Find(all, typed), 0);
    }

    private Task PressAsync(KeyboardEventArgs pressed)
    {
        if (found.Count == 0)
            return Task.CompletedTask;
        at = pressed.Key switch
        {
            "ArrowDown" => (at + 1) % found.Count,
            "ArrowUp" => (at + found.Count - 1) % found.Count,
            _ => at,
        };
        return pressed.Key == "Enter" ? ChooseAsync(at) : Task.CompletedTask;
    }

    private async Task ChooseAsync(int place)
    {
        var chosen = found[place];
        Close();
        await script.TellAsync("hide", dialog);
        if (chosen is { Code: { } code } && Hands.Press is { } press)
            await press(code);
        else if (chosen is { Lane: { } lane } && Hands.TurnTo is { } turnTo)
            await turnTo(lane);
        else if (chosen.Address is { } address)
            Navigation.NavigateTo(address);
    }

    private void Close() => open = false;

    public async ValueTask DisposeAsync()
    {
        await script.DisposeAsync();
        self?.Dispose();
    }
}
