using System.Diagnostics;
using System.Reflection;
using EngageBot.Desk.Reports;
using EngageBot.Desk.Shell;
using EngageBot.Networks;
using EngageBot.Reporting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EngageBot.Desk.Household;

/// <summary>What a monitor would hear, in words for people, and what lies behind it.</summary>
public sealed partial class HealthPage
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);
    private HouseState? state;
    private DateTimeOffset lookedAt;

    [Inject] private HousePulse House { get; set; } = null!;

    [Inject] private SandboxPlace Sandbox { get; set; } = null!;

    [Inject] private ViewerClock Viewer { get; set; } = null!;

    [Inject] private DeskPulse Pulse { get; set; } = null!;

    private static string Version => typeof(HealthPage).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    private static DateTimeOffset Started { get; } = new(Process.GetCurrentProcess().StartTime);

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        Pulse.Changed += LookAsync;
    }

    private Task LookAsync() => InvokeAsync(async () =>
    {
        if (Viewer.Now - lookedAt < Rest)
            return;
        await LoadAsync();
        StateHasChanged();
    });

    private async Task LoadAsync() => (state, lookedAt) = (await House.TakeAsync(CancellationToken.None), Viewer.Now);

    private string Summary(HouseState now) => now.Checks.Status switch
    {
        HealthStatus.Healthy when now.Today.Balanced => T["All is well."],
        HealthStatus.Unhealthy => T["Something stands still. {0}", now.Trouble],
        _ => T["It works, and something limps. {0}", now.Trouble],
    };

    /// <summary>What a check has to say when it is not content.</summary>
    private static string Sentence(HouseState now, string check) =>
        now.Checks.Entries.TryGetValue(check, out var entry) && entry.Status != HealthStatus.Healthy ? HouseState.Sentence(entry) : "";

    private string Readings(HouseState now) => Sentence(now, "listeners") is { Length: > 0 } trouble
        ? trouble
        : string.Join(' ', now.Accounts.Where(account => account.ReadAt is not null).Select(account => T["@{0} was read {1}.", account.Account.Self.Handle, Viewer.Ago(account.ReadAt!.Value)]));

    private string Arrival(Waits arrival) => arrival is { Median: { } median, NineInTen: { } nine }
        ? T["In the last day a mention lay on the desk {0} after it was posted, nine in ten within {1}.", Times.Time(median), Times.Time(nine)]
        : T["None came in the last day."];

    private string Outbox(HouseVitals vitals) => vitals switch
    {
        { Unclear: > 0 } => T[vitals.Unclear, "It is not clear of one reply whether it is public; we are looking.", "It is not clear of {0} replies whether they are public; we are looking."],
        { Overdue.TotalMinutes: > 1 } => T[vitals.Held, "One reply waits to go out, {1} late.", "{0} replies wait to go out, the first {1} late.", Times.Time(vitals.Overdue.TotalSeconds)],
        { Held: > 0 } => T[vitals.Held, "One approved reply is on its way.", "{0} approved replies are on their way."],
        _ => T["All that was approved has gone out."],
    };

    private static string CopyCommand(HouseVitals vitals) => vitals.IsSqlite ? "EngageBot backup FILE" : "pg_dump --format=custom";

    private Amounts Times => new(T);

    private string Size(long bytes) => bytes switch
    {
        < 10_000_000 => T["{0} MB", (bytes / 1e6).ToString("0.0", T.Culture)],
        < 10_000_000_000 => T["{0} MB", (bytes / 1e6).ToString("N0", T.Culture)],
        _ => T["{0} GB", (bytes / 1e9).ToString("0.0", T.Culture)],
    };

    public void Dispose() => Pulse.Changed -= LookAsync;
}
