using System.Diagnostics;
using EngageBot.Desk.Shell;
using EngageBot.People;
using EngageBot.Reporting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace EngageBot.Desk.Reports;

/// <summary>How the mentions of some days were answered: how soon, how many, with how much work.</summary>
public sealed partial class ReplyReportPage
{
    // Figures that change under the eye help nobody; and however long they take, the desk has better things to do.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(20);
    private ReplyWords words = null!;
    private Frame? frame;
    private ReplyReport? report;
    private string name = "";
    private bool seesAll;
    private DateTimeOffset countedAt;
    private TimeSpan took;

    [SupplyParameterFromQuery] private string? Days { get; set; }

    [SupplyParameterFromQuery] private string? From { get; set; }

    [SupplyParameterFromQuery] private string? Until { get; set; }

    [SupplyParameterFromQuery] private string? Account { get; set; }

    [Inject] private Frames Frames { get; set; } = null!;

    [Inject] private ReplyReports Reports { get; set; } = null!;

    [Inject] private ViewerClock Viewer { get; set; } = null!;

    [Inject] private DeskPulse Pulse { get; set; } = null!;

    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = null!;

    private bool IsLatest => string.IsNullOrEmpty(From) && string.IsNullOrEmpty(Until);

    private string? Problem => frame?.Problem is { } problem ? T[problem] : null;

    private string Query => Question.Of("", IsLatest, frame);

    /// <summary>A point a day while there is room for it, else a point a week.</summary>
    internal static bool ByDay(ReplyReport report) => report.ByDay.Count <= 31;

    protected override async Task OnInitializedAsync()
    {
        words = new ReplyWords(T);
        var person = (await Authentication).User;
        (name, seesAll) = (person.Actor(), person.Is(Role.Admin));
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
        if (report is not null && Viewer.Now - countedAt < Rest + (took * 20))
            return;
        await CountAsync();
        StateHasChanged();
    });

    private async Task CountAsync()
    {
        var began = Stopwatch.GetTimestamp();
        frame = await Frames.ReadAsync(new Asked(Days, From, Until, Account, Viewer.Zone.Id), CancellationToken.None);
        report = (await Reports.MakeAsync(frame.Period, frame.Account?.Id, CancellationToken.None)).SeenBy(name, seesAll);
        (countedAt, took) = (Viewer.Now, Stopwatch.GetElapsedTime(began));
    }

    private string Csv(string table) => Question.File($"/reports/replies/{table}.csv", frame!);

    public void Dispose() => Pulse.Changed -= LookAsync;
}
