using EngageBot.Desk.Shell;
using EngageBot.Hours;
using EngageBot.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace EngageBot.Desk.Household;

/// <summary>When somebody is there: a week as people write it, and the days that differ.</summary>
public sealed partial class HoursPage : IDisposable
{
    private static readonly DayOfWeek[] MondayFirst =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    private HoursSheet? sheet;
    private string zone = "";
    private List<WrittenDay> week = [];
    private List<WrittenOddDays> odd = [];
    private bool repliesWait;
    private string? problem;
    private string? said;

    [Inject] private HoursBook Book { get; set; } = null!;

    [Inject] private ViewerClock Viewer { get; set; } = null!;

    [Inject] private DeskPulse Pulse { get; set; } = null!;

    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = null!;

    private static IEnumerable<string> Zones => TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(id => id.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    protected override Task OnInitializedAsync()
    {
        Pulse.Changed += BeginAsync;
        return Pulse.Counts is null ? Task.CompletedTask : LoadAsync();
    }

    /// <summary>The first beat knows the viewer's time zone, which a new house begins with.</summary>
    private Task BeginAsync() => InvokeAsync(async () =>
    {
        if (sheet is not null)
            return;
        await LoadAsync();
        StateHasChanged();
    });

    private async Task LoadAsync()
    {
        sheet = await Book.CurrentAsync(CancellationToken.None);
        repliesWait = sheet.RepliesWait;
        zone = sheet.IsSet ? sheet.Hours.Zone.Id : Viewer.Zone.Id;
        week = [.. MondayFirst.Select(day => new WrittenDay(day) { Text = sheet.IsSet ? Written(sheet.Hours.Week.GetValueOrDefault(day)) : "" })];
        odd = [.. sheet.Hours.Exceptions.Select(days => new WrittenOddDays { First = days.First, Last = days.Last, Text = Written(days.Spans), Name = days.Name })];
    }

    private async Task SaveAsync()
    {
        (problem, said) = (null, null);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone.Trim(), out var found))
        {
            problem = T["“{0}” is no time zone. Choose one of the list, for example Europe/Berlin.", zone];
            return;
        }
        var spans = week.ToDictionary(day => day.Day, day => day.Read());
        var exceptions = odd.ConvertAll(days => days.Read(T));
        if (week.Any(day => day.Problem is not null) || odd.Any(days => days.Problem is not null))
        {
            problem = T["Nothing was saved yet: one of the times cannot be read."];
            return;
        }
        problem = await Book.SaveAsync(new OpeningHours(found, spans, exceptions), sheet!.Number, (await Authentication).User.Actor(), CancellationToken.None, repliesWait) is { } why ? T[why] : null;
        if (problem is null)
            said = T["Saved. The reports count with it from now on."];
        if (problem is null || (await Book.CurrentAsync(CancellationToken.None)).Number != sheet.Number)
            await LoadAsync();
    }

    private void LikeMonday()
    {
        foreach (var day in week.Where(day => day.Day is not (DayOfWeek.Saturday or DayOfWeek.Sunday)))
            day.Text = week[0].Text;
    }

    private void AddOddDays()
    {
        var day = DateOnly.FromDateTime(Viewer.Local(Viewer.Now).DateTime).AddDays(1);
        odd.Add(new WrittenOddDays { First = day, Last = day });
    }

    private string Now(HoursSheet saved) => saved switch
    {
        { IsSet: false } => T["Nobody has said yet when the house is open, so it counts as always open."],
        { Hours: var hours } when hours.IsOpen(Viewer.Now) => T["Open now."],
        { Hours: var hours } when hours.NextOpening(Viewer.Now) is { } next => T["Closed now. Opens {0}.", TimeZoneInfo.ConvertTime(next, hours.Zone).ToString("dddd HH:mm", T.Culture)],
        _ => T["Closed now, and for more than a year."],
    };

    private string LastChange(HoursSheet saved) => saved.At is { } at ? T["{0} changed this {1}.", saved.Person, Viewer.Ago(at)] : "";

    private static string Written(IReadOnlyList<OpenSpan>? spans) => spans is { Count: > 0 } ? OpenSpan.Write(spans) : "";

    public void Dispose() => Pulse.Changed -= BeginAsync;
}
