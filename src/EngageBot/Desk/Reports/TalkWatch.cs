using EngageBot.Desk.Shell;
using EngageBot.Reporting;

namespace EngageBot.Desk.Reports;

/// <summary>Looks now and then whether we still talk more than we tell, for the note at the desk.</summary>
internal sealed class TalkWatch(DialogueReports reports, ViewerClock viewer)
{
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(10);
    private DateTimeOffset lookedAt;
    private bool dismissed;

    /// <summary>The last seven days, when more was told than talked in them; else null.</summary>
    public Share? Warning { get; private set; }

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (dismissed || viewer.Now - lookedAt < Rest)
            return;
        lookedAt = viewer.Now;
        var week = await reports.LatestWeekAsync(Period.Latest(7, viewer.Now, viewer.Zone), cancellationToken);
        Warning = DialogueReport.IsSelling(week) ? week : null;
    }

    /// <summary>Said once is enough for this sitting.</summary>
    public void Dismiss() => (dismissed, Warning) = (true, null);
}
