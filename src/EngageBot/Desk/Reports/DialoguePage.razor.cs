using EngageBot.Desk.Shell;
using EngageBot.Reporting;
using Microsoft.AspNetCore.Components;

namespace EngageBot.Desk.Reports;

/// <summary>The dialogue ledger: our replies to people against our broadcasts, and whether talks are talks.</summary>
public sealed partial class DialoguePage
{
    private DialogueWords words = null!;
    private Amounts say = null!;
    private Frame? frame;
    private DialogueReport? report;
    private Trend talk = null!;
    private IReadOnlyList<Level> levels = [];

    [SupplyParameterFromQuery] private string? Days { get; set; }

    [SupplyParameterFromQuery] private string? From { get; set; }

    [SupplyParameterFromQuery] private string? Until { get; set; }

    [SupplyParameterFromQuery] private string? Account { get; set; }

    [Inject] private Frames Frames { get; set; } = null!;

    [Inject] private DialogueReports Reports { get; set; } = null!;

    [Inject] private ViewerClock Viewer { get; set; } = null!;

    [Inject] private DeskPulse Pulse { get; set; } = null!;

    private bool IsLatest => string.IsNullOrEmpty(From) && string.IsNullOrEmpty(Until);

    private string? Problem => frame?.Problem is { } problem ? T[problem] : null;

    private string Query => Question.Of("", IsLatest, frame);

    protected override void OnInitialized()
    {
        (words, say) = (new DialogueWords(T), new Amounts(T));
        levels = [new Level(DialogueReport.Goal, T["aim 50 %"]), new Level(DialogueReport.Nonprofits, T["nonprofits 20 %"]), new Level(DialogueReport.Brands, T["brands 4 %"])];
        Pulse.Changed += LookAsync;
    }

    protected override async Task OnParametersSetAsync()
    {
        // before the first beat the viewer's time zone is not known
        if (Pulse.Counts is not null)
            await CountAsync();
    }

    private Task LookAsync() => InvokeAsync(async () =>
    {
        if (report is not null && Viewer.Now - report.CountedAt < TimeSpan.FromSeconds(30))
            return;
        await CountAsync();
        StateHasChanged();
    });

    private async Task CountAsync()
    {
        frame = await Frames.ReadAsync(new Asked(Days, From, Until, Account, Viewer.Zone.Id), CancellationToken.None);
        var counted = await Reports.MakeAsync(frame.Period, frame.Account?.Id, CancellationToken.None);
        talk = new Trend("", [.. counted.ByDay.Select(day => new TrendPoint(day.Day, day.Week.Ratio))]);
        report = counted;
    }

    private string[] Row(TalkDay day) => [say.Day(day.Day), say.Number(day.Talk), say.Number(day.Broadcasts), say.Percent(day.Week)];

    private string Csv(string table) => Question.File($"/reports/dialogue/{table}.csv", frame!);

    public void Dispose() => Pulse.Changed -= LookAsync;
}
