using EngageBot.Desk.Shell;
using EngageBot.Model;
using EngageBot.People;
using EngageBot.Reporting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace EngageBot.Desk.Proof;

/// <summary>The receipts of the days that are over, as they were made.</summary>
public sealed partial class DaysBefore
{
    private const int Shown = 14;
    private IReadOnlyList<KeptReceipt>? days;

    [Inject] private DayReceiptBook Book { get; set; } = null!;

    [Inject] private ViewerClock Viewer { get; set; } = null!;

    [Inject] private DeskPulse Pulse { get; set; } = null!;

    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        days = await Book.LatestAsync(Shown, CancellationToken.None);
        Pulse.Changed += LookAsync;
    }

    private Task LookAsync() => InvokeAsync(async () =>
    {
        days = await Book.LatestAsync(Shown, CancellationToken.None);
        StateHasChanged();
    });

    private async Task SettleAsync(KeptReceipt day)
    {
        await Book.SettleAsync(day.Day, (await Authentication).User.Actor(), CancellationToken.None);
        days = await Book.LatestAsync(Shown, CancellationToken.None);
    }

    private string Verdict(KeptReceipt day) => day switch
    {
        { Balanced: false } => T["The numbers do not balance."],
        { Differences.Count: > 0 } => T[day.Differences.Count, "X and we disagree on one post.", "X and we disagree on {0} posts."],
        { Problem: { } problem } => T["Nothing was lost here; X could not be asked. {0}", T.Told(problem)],
        _ => T["Nothing was lost, and X shows the same."],
    };

    private string Figures(KeptReceipt day)
    {
        var elsewhere = day.Standing.GetValueOrDefault(MentionState.AnsweredElsewhere);
        var withdrawn = day.Standing.GetValueOrDefault(MentionState.Withdrawn);
        var waiting = day.Standing.Values.Sum() - day.Standing.GetValueOrDefault(MentionState.Answered) - day.Standing.GetValueOrDefault(MentionState.LetBe) - elsewhere - withdrawn;
        return T["{0:N0} seen: {1:N0} answered, {2:N0} let be, {3:N0} answered elsewhere, {4:N0} withdrawn, {5:N0} still open when the day was over.",
            day.Seen, day.Standing.GetValueOrDefault(MentionState.Answered), day.Standing.GetValueOrDefault(MentionState.LetBe), elsewhere, withdrawn, waiting];
    }

    public void Dispose() => Pulse.Changed -= LookAsync;
}
