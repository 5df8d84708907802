using System.Globalization;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Reporting;

/// <summary>Keeps the receipts of the days that are over. Of several replicas one makes each of them.</summary>
internal sealed class DayReceiptBook(Database database, TimeProvider clock)
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>Longer than reading a day from the network takes.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>True for the one who is to make it now.</summary>
    public async Task<bool> TakeAsync(DateOnly day, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        await database.WriteAsync(
            session => session.ExecuteAsync(
                """
                INSERT INTO day_receipt (day, from_at, until_at, maker_until) VALUES (@day, @from, @until, @lease)
                ON CONFLICT (day) DO UPDATE SET maker_until = excluded.maker_until WHERE day_receipt.made_at IS NULL AND day_receipt.maker_until <= @now
                """,
                new
                {
                    day = Word(day),
                    from = from.ToUnixTimeMilliseconds(),
                    until = until.ToUnixTimeMilliseconds(),
                    lease = (clock.GetUtcNow() + Lease).ToUnixTimeMilliseconds(),
                    now = clock.Milliseconds(),
                }),
            cancellationToken) == 1;

    /// <param name="again">When the network is to be asked once more; null when this is the last word.</param>
    public Task KeepAsync(DateOnly day, Receipt receipt, Comparison compared, DateTimeOffset? again, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                """
                UPDATE day_receipt SET made_at = @madeAt, maker_until = @again, attempts = attempts + 1,
                    seen = @Seen, standing = @standing, sent = @sent, by_hand = @byHand, differences = @differences, problem = @Problem
                WHERE day = @day AND made_at IS NULL
                """,
                new
                {
                    day = Word(day),
                    madeAt = again is null ? clock.Milliseconds() : (long?)null,
                    again = again?.ToUnixTimeMilliseconds() ?? 0L,
                    receipt.Seen,
                    standing = Lines.Join(receipt.Standing.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{Words.Of(pair.Key)}={pair.Value}"))),
                    sent = (long)compared.Sent,
                    byHand = (long)compared.ByHand,
                    differences = Lines.Join(compared.Differences.Select(difference => $"{Words.Of(difference.Kind)} {difference.PostId}")),
                    compared.Problem,
                }),
            cancellationToken);

    /// <summary>How often the network was asked for this day.</summary>
    public Task<long> AttemptsAsync(DateOnly day, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.FirstOrDefaultAsync<long>("SELECT attempts FROM day_receipt WHERE day = @day", new { day = Word(day) }), cancellationToken);

    /// <summary>Days that were begun or made, the latest first.</summary>
    public async Task<IReadOnlyList<KeptReceipt>> LatestAsync(int count, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<Row>(
                """
                SELECT day AS Day, from_at AS FromAt, until_at AS UntilAt, made_at AS MadeAt, seen AS Seen, standing AS Standing, sent AS Sent, by_hand AS ByHand,
                       differences AS Differences, problem AS Problem, settled_by AS SettledBy
                FROM day_receipt ORDER BY until_at DESC LIMIT @count
                """,
                new { count = (long)count }),
            cancellationToken);
        return [.. rows.Select(row => row.ToReceipt())];
    }

    /// <summary>Somebody has looked into the differences. False when there is no such day or somebody did before.</summary>
    public async Task<bool> SettleAsync(DateOnly day, string person, CancellationToken cancellationToken) =>
        await database.WriteAsync(
            session => session.ExecuteAsync("UPDATE day_receipt SET settled_by = @person WHERE day = @day AND settled_by IS NULL", new { day = Word(day), person }), cancellationToken) == 1;

    /// <summary>When the first mention was seen; null before that.</summary>
    public async Task<DateTimeOffset?> FirstSeenAsync(CancellationToken cancellationToken) =>
        Moment.Of(await database.ReadAsync(session => session.FirstOrDefaultAsync<long?>("SELECT seen_at FROM mention ORDER BY seen_at LIMIT 1"), cancellationToken));

    private static string Word(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    private sealed record Row(
        string Day, long FromAt, long UntilAt, long? MadeAt, long Seen, string Standing, long Sent, long ByHand, string Differences, string? Problem, string? SettledBy)
    {
        public KeptReceipt ToReceipt() => new(
            DateOnly.ParseExact(Day, Format, CultureInfo.InvariantCulture), Moment.Of(FromAt), Moment.Of(UntilAt), Moment.Of(MadeAt), Seen,
            Lines.Split(Standing).Select(line => line.Split('=')).ToDictionary(pair => Words.Parse<MentionState>(pair[0]), pair => long.Parse(pair[1], CultureInfo.InvariantCulture)),
            Sent, ByHand,
            [.. Lines.Split(Differences).Select(line => line.Split(' ')).Select(pair => new Difference(pair[1], Words.Parse<DifferenceKind>(pair[0])))],
            Problem, SettledBy);
    }
}
