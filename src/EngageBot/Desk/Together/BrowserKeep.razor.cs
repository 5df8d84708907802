using System.Data.Common;
using EngageBot.Approving;
using EngageBot.Desk.Queue;
using EngageBot.Desk.Shell;
using EngageBot.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;

namespace EngageBot.Desk.Together;

/// <summary>What is typed lies in the browser too until the desk has it, so that a cut line, a crash or a restart loses no word.</summary>
public sealed partial class BrowserKeep
{
    private string person = "";
    private PageScript script = null!;

    [Inject] private IJSRuntime Browser { get; set; } = null!;

    [Inject] private Sitting Sitting { get; set; } = null!;

    [Inject] private Approvals Approvals { get; set; } = null!;

    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = null!;

    /// <summary>Words for the open letter came back from the browser.</summary>
    [Parameter] public EventCallback OnOffered { get; set; }

    protected override void OnInitialized() => script = new PageScript(Browser, "./Desk/Together/BrowserKeep.razor.js");

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        person = (await Authentication).User.UserId() ?? "";
        Sitting.Kept.Saved += Confirm;
        await script.StartAsync("keep", person);
        if (Sitting.Rights.MayDraft)
            await RecoverAsync(await script.AskAsync<IReadOnlyList<LeftWords>>("left", person) ?? []);
    }

    public async ValueTask DisposeAsync()
    {
        Sitting.Kept.Saved -= Confirm;
        await script.DisposeAsync();
    }

    private async Task RecoverAsync(IReadOnlyList<LeftWords> left)
    {
        try
        {
            foreach (var words in left)
            {
                await Approvals.RecoverAsync(words.Mention, words.Text, Sitting.Rights.Name, CancellationToken.None);
                await script.TellAsync("kept", person, words.Mention, words.Text);
            }
        }
        catch (DbException)
        {
            return; // they stay in the browser; the desk tells by itself that its database does not answer
        }
        if (Sitting.Letter is { } open && left.Any(words => words.Mention == open.Mention.Id))
        {
            await Sitting.OpenAsync(open.Mention.Id);
            await OnOffered.InvokeAsync();
        }
    }

    private void Confirm(string mentionId, string text) => _ = InvokeAsync(async () =>
    {
        try
        {
            await script.TellAsync("kept", person, mentionId, text);
        }
        catch (OperationCanceledException)
        {
            // the browser still keeps them, and offers them next time
        }
    });

    private sealed record LeftWords(string Mention, string Text);
}
