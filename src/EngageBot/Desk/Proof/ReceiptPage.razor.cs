using EngageBot.Desk.Shell;
using EngageBot.Model;
using EngageBot.Reporting;
using Microsoft.AspNetCore.Components;

namespace EngageBot.Desk.Proof;

/// <summary>The day's proof that nothing was lost, counted again whenever something changes.</summary>
public sealed partial class ReceiptPage
{
    private Receipt? receipt;

    [Inject] private Receipts Receipts { get; set; } = null!;

    [Inject] private ViewerClock Viewer { get; set; } = null!;

    [Inject] private DeskPulse Pulse { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        await CountAsync();
        Pulse.Changed += LookAsync;
    }

    private Task LookAsync() => InvokeAsync(async () =>
    {
        await CountAsync();
        StateHasChanged();
    });

    private async Task CountAsync() =>
        receipt = await Receipts.ForAsync(Viewer.FromLocal(Viewer.Local(Viewer.Now).Date), null, CancellationToken.None);

    private static string Name(MentionState state) => state switch
    {
        MentionState.Waiting => Phrase.Key("Waiting"),
        MentionState.Snoozed => Phrase.Key("Snoozed"),
        MentionState.Answering => Phrase.Key("On its way"),
        MentionState.Answered => Phrase.Key("Answered"),
        MentionState.LetBe => Phrase.Key("Let be"),
        MentionState.AnsweredElsewhere => Phrase.Key("Answered elsewhere"),
        MentionState.Withdrawn => Phrase.Key("Withdrawn"),
        _ => Phrase.Key("Needs attention"),
    };

    public void Dispose() => Pulse.Changed -= LookAsync;
}
