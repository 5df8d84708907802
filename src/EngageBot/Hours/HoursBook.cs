using EngageBot.Storage;

namespace EngageBot.Hours;

/// <summary>Keeps when the house is open. Whoever waits for morning asks it: <c>(await book.CurrentAsync(…)).Hours.NextOpening(now)</c>.</summary>
internal sealed class HoursBook(Database database, TimeProvider clock)
{
    public Task<HoursSheet> CurrentAsync(CancellationToken cancellationToken) => database.ReadAsync(OfAsync, cancellationToken);

    /// <summary>The same within the caller's transaction.</summary>
    public static async Task<HoursSheet> OfAsync(Session session)
    {
        var row = await session.FirstOrDefaultAsync<Row>(
            "SELECT number AS Number, at AS At, person AS Person, zone AS Zone, week AS Week, exceptions AS Exceptions, replies_wait AS RepliesWait FROM opening_hours ORDER BY number DESC LIMIT 1");
        return row is null
            ? HoursSheet.None
            : new HoursSheet(row.Number, HoursSheet.Read(row.Zone, row.Week, row.Exceptions), row.Person, Moment.Of(row.At)) { RepliesWait = row.RepliesWait == 1 };
    }

    /// <summary>Why it was not saved; null when it was.</summary>
    /// <param name="seen">The number of the version that the person changed.</param>
    /// <param name="repliesWait">What is approved while the house is closed goes out when it opens.</param>
    public async Task<string?> SaveAsync(OpeningHours hours, long seen, string person, CancellationToken cancellationToken, bool repliesWait = false)
    {
        if (hours.Week.Values.All(day => day.Count == 0) && hours.Exceptions.All(odd => odd.Spans.Count == 0))
            return "Say at least one time in the week when somebody is there.";
        var saved = await database.WriteAsync(
            session => session.ExecuteAsync(
                """
                INSERT INTO opening_hours (number, at, person, zone, week, exceptions, replies_wait)
                SELECT @number, @now, @person, @zone, @week, @exceptions, @wait
                WHERE @seen = (SELECT COALESCE(MAX(number), 0) FROM opening_hours)
                ON CONFLICT (number) DO NOTHING
                """,
                new
                {
                    number = seen + 1,
                    now = clock.Milliseconds(),
                    person,
                    zone = hours.Zone.Id,
                    week = HoursSheet.WriteWeek(hours),
                    exceptions = HoursSheet.WriteExceptions(hours),
                    wait = repliesWait ? 1L : 0L,
                    seen,
                }),
            cancellationToken) == 1;
        if (saved)
            return null;
        var by = (await CurrentAsync(cancellationToken)).Person;
        return $"{by} changed the hours while you were at it. Nothing was overwritten; look at them and change them again.";
    }

    private sealed record Row(long Number, long At, string Person, string Zone, string Week, string Exceptions, long RepliesWait);
}
