using EngageBot.Hours;
using EngageBot.Library;
using EngageBot.Storage;

namespace EngageBot.Reporting;

/// <summary>Makes the receipt of each day when the day is over on the house's own clock, and of days on which nothing ran.</summary>
internal sealed partial class DayReceiptService(
    Receipts receipts, Reconciliation reconciliation, DayReceiptBook book, HoursBook hours, PromptLibrary library, Bell bell, TimeProvider clock, ILogger<DayReceiptService> logger)
    : BackgroundService
{
    private const int DaysBack = 7;
    private const int MostAttempts = 12;
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(5);

    // Late mentions are read within a quarter of an hour, and an unclear reply is settled by then.
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(Pace, clock, stoppingToken); // a program that has just started has mentions to read first
            try
            {
                await MakeDueAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogPutOff(StorageTrouble.Explain(exception) ?? exception.Message);
            }
        }
    }

    /// <summary>How many were made.</summary>
    public async Task<int> MakeDueAsync(CancellationToken cancellationToken)
    {
        if (await book.FirstSeenAsync(cancellationToken) is not { } firstSeen)
            return 0;
        var sheet = await hours.CurrentAsync(cancellationToken);
        var zone = sheet.IsSet ? sheet.Hours.Zone : library.Current.Snapshot.Voice.TimeZone;
        var made = (await book.LatestAsync(DaysBack + 1, cancellationToken)).Where(receipt => receipt.MadeAt is not null).Select(receipt => receipt.Day).ToHashSet();
        var lastDay = DayOf(clock.GetUtcNow() - Quiet, zone).AddDays(-1);
        var count = 0;
        for (var day = lastDay.AddDays(1 - DaysBack); day <= lastDay; day = day.AddDays(1))
        {
            if (made.Contains(day) || day < DayOf(firstSeen, zone))
                continue;
            var (from, until) = (StartOf(day, zone), StartOf(day.AddDays(1), zone));
            if (await book.TakeAsync(day, from, until, cancellationToken))
                count += await MakeAsync(day, from, until, cancellationToken) ? 1 : 0;
        }
        if (count > 0)
            bell.Ring(Topic.Mentions);
        return count;
    }

    /// <summary>False when the network could not be asked and will be once more.</summary>
    private async Task<bool> MakeAsync(DateOnly day, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var receipt = await receipts.ForAsync(from, until, cancellationToken);
        var compared = await reconciliation.OfAsync(from, until, cancellationToken);
        var again = compared.Problem is not null && await book.AttemptsAsync(day, cancellationToken) + 1 < MostAttempts ? clock.GetUtcNow() + BetweenAttempts : (DateTimeOffset?)null;
        await book.KeepAsync(day, receipt, compared, again, cancellationToken);
        if (again is not null)
            LogPutOff(compared.Problem!);
        else
            LogMade(day, receipt.Seen, receipt.Balanced ? "balanced" : "NOT balanced", compared.Differences.Count);
        return again is null;
    }

    private static DateOnly DayOf(DateTimeOffset moment, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    /// <summary>Where the clock skips midnight, the day begins with the hour after it.</summary>
    private static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        var real = zone.IsInvalidTime(midnight) ? midnight.AddHours(1) : midnight;
        return new DateTimeOffset(real, zone.GetUtcOffset(real)).ToUniversalTime();
    }

    [LoggerMessage(LogLevel.Information, "Receipt of {Day}: {Seen} mentions seen, {Balance}, {Differences} posts on which the network and we disagree")]
    private partial void LogMade(DateOnly day, long seen, string balance, int differences);

    [LoggerMessage(LogLevel.Warning, "The receipt of a day is put off: {Problem}")]
    private partial void LogPutOff(string problem);
}
