using EngageBot.Storage;

namespace EngageBot.Hours;

/// <summary>Keeps when the house is open. Whoever waits for morning asks it: <c>(await book.CurrentAsync(…)).Hours.NextOpening(now)</c>.</summary>
internal sealed class HoursBook(Database database, TimeProvider clock)
{
    public async Task<HoursSheet> CurrentAsync(CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            session => session.FirstOrDefaultAsync<Row>(
                "SELECT number AS Number, at AS At, person AS Person, zone AS Zone, week AS Week, exceptions AS Exceptions FROM opening_hours ORDER BY number DESC LIMIT 1"),
            cancellationToken);
        return row is null ? HoursSheet.None : new HoursSheet(row.Number, HoursSheet.Read(row.Zone, row.Week, row.Exceptions), row.Person, Moment.Of(row.At));
    }

    /// <summary>Why it was not saved; null when it was.</summary>
    /// <param name="seen">The number of the version that the person changed.</param>
    public async Task<string?> SaveAsync(OpeningHours hours, long seen, string person, CancellationToken cancellationToken)
    {
        if (hours.Week.Values.All(day => day.Count == 0) && hours.Exceptions.All(odd => odd.Spans.Count == 0))
            return "Say at least one time in the week when somebody is there.";
        var saved = await database.WriteAsync(
            session => session.ExecuteAsync(
                """
                INSERT INTO opening_hours (number, at, person, zone, week, exceptions)
                SELECT @number, @now, @person, @zone, @week, @exceptions
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
                    seen,
                }),
            cancellationToken) == 1;
        if (saved)
            return null;
        var (_, _, by, _) = await CurrentAsync(cancellationToken);
        return $"{by} changed the hours while you were at it. Nothing was overwritten; look at them and change them again.";
    }

    private sealed record Row(long Number, long At, string Person, string Zone, string Week, string Exceptions);
}
