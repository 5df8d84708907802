using EngageBot.Hours;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Reporting;

/// <summary>Makes the report on replies; every query is bounded by the period and goes along an index.</summary>
internal sealed class ReplyReports(Database database, HoursBook hours, TimeProvider clock)
{
    private static readonly int?[] Bands = [15, 30, 60, 120, 240, 480, null];

    /// <param name="accountId">Null for all accounts.</param>
    public async Task<ReplyReport> MakeAsync(Period period, string? accountId, CancellationToken cancellationToken)
    {
        var sheet = await hours.CurrentAsync(cancellationToken);
        var openTime = new OpenTime(sheet.Hours, period.From, clock.GetUtcNow());
        // a SQLite query works on the thread that asks; the desk's must stay free
        return await Task.Run(
            () => database.ReadAsync(async session =>
            {
                var count = new ReplyCount(period);
                foreach (var account in await AccountsAsync(session, accountId))
                    await MentionFacts.EachAsync(session, account, period, openTime, count.Add);
                foreach (var handled in await HandlingTimes.InAsync(session, period, accountId))
                    count.AddHandling(handled);
                foreach (var (person, number) in await LetBeAsync(session, period, accountId))
                    count.AddLetBe(person, number);
                var (days, now) = await Backlogs.InAsync(session, period, accountId, clock.GetUtcNow());
                return Report(period, sheet.IsSet, count, days, now);
            }, cancellationToken),
            cancellationToken);
    }

    private ReplyReport Report(Period period, bool hoursAreSet, ReplyCount count, IReadOnlyList<BacklogDay> days, long now) => new(
        period.First, period.Last, period.Zone.Id, hoursAreSet, clock.GetUtcNow(), count.All.Sum(),
        [.. count.ByIntent.OrderBy(pair => pair.Key).Select(pair => new AnsweringOf<Intent>(pair.Key, pair.Value.Sum()))],
        [.. count.ByDay.Select(pair => new AnsweringOf<DateOnly>(pair.Key, pair.Value.Sum()))],
        [.. count.ByWeek.Select(pair => new AnsweringOf<DateOnly>(pair.Key, pair.Value.Sum()))],
        [.. count.People()],
        [.. Bands.Select((upTo, place) => new WaitBand(upTo, count.All.FirstReplies.Count(wait => Fits(wait, place == 0 ? -1 : Bands[place - 1]!.Value, upTo))))],
        days, now);

    private static bool Fits(long wait, int above, int? upTo) =>
        wait > Milliseconds(above) && (upTo is null || wait <= Milliseconds(upTo.Value));

    private static long Milliseconds(int minutes) => minutes * 60_000L;

    private static async Task<IEnumerable<string>> AccountsAsync(Session session, string? accountId) =>
        accountId is not null ? [accountId] : await session.QueryAsync<string>("SELECT id FROM account");

    private static Task<IReadOnlyList<LetBeRow>> LetBeAsync(Session session, Period period, string? accountId) =>
        session.QueryAsync<LetBeRow>(
            """
            SELECT actor AS Person, COUNT(*) AS Number FROM journal
            WHERE what = 'let-be' AND at >= @from AND at < @until
              AND (@accountId IS NULL OR (SELECT account_id FROM mention WHERE id = journal.mention_id) = @accountId)
            GROUP BY actor
            """,
            new { from = period.From.ToUnixTimeMilliseconds(), until = period.Until.ToUnixTimeMilliseconds(), accountId });

    private sealed record LetBeRow(string Person, long Number);
}
