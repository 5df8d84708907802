using EngageBot.Language.Heads;
using EngageBot.Learning.Fitting;
using EngageBot.Model;
using EngageBot.Reading;
using EngageBot.Storage;

namespace EngageBot.Learning;

/// <summary>Every fit that was made, and the choice which one reads.</summary>
internal sealed class VersionShelf(Database database, IntentHeads shipped, Bell bell, TimeProvider clock)
{
    private const long WeightsKept = 20;

    /// <summary>Says which shipped heads a version was fitted on; on others it would mean nothing.</summary>
    private readonly string fingerprint = shipped.Fingerprint;

    /// <summary>The last fit, kept or not; null before the first.</summary>
    public Task<LastFit?> LastAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.FirstOrDefaultAsync<LastFit>(
                """
                SELECT number AS Number, fitted_at AS FittedAt, lessons AS Lessons, lessons_until AS Until, CAST(CASE WHEN shipped = @fingerprint THEN 1 ELSE 0 END AS BIGINT) AS Fits
                FROM learned_version ORDER BY number DESC LIMIT 1
                """,
                new { fingerprint }),
            cancellationToken);

    /// <summary>Notes a fit; a better one reads from now on. Null when another replica was faster.</summary>
    public async Task<long?> AddAsync(long number, Trial trial, LessonBook.Studied studied, OwnHeads? heads, CancellationToken cancellationToken)
    {
        var kept = heads is not null && trial.IsBetter;
        var row = new
        {
            number,
            now = clock.Milliseconds(),
            fingerprint,
            lessons = (long)studied.Lessons.Count,
            until = studied.Until,
            judged = (long)trial.Judged,
            before = (long)trial.RightBefore,
            after = (long)trial.RightAfter,
            putRight = (long)trial.PutRight,
            madeWrong = (long)trial.MadeWrong,
            byIntent = JudgedIntent.Join(trial.ByIntent),
            why = kept ? null : trial.Why ?? "there is nothing to tell apart yet",
            weights = kept ? Convert.ToBase64String(HeadsFile.BytesOf(heads!.Set)) : null,
        };
        var added = await database.WriteAsync(
            async session =>
            {
                var isNext = await session.ExecuteAsync(
                    """
                    INSERT INTO learned_version (number, fitted_at, shipped, lessons, lessons_until, judged, right_before, right_after, put_right, made_wrong, by_intent, why_not, weights)
                    VALUES (@number, @now, @fingerprint, @lessons, @until, @judged, @before, @after, @putRight, @madeWrong, @byIntent, @why, @weights)
                    ON CONFLICT (number) DO NOTHING
                    """,
                    row) == 1;
                if (isNext && kept)
                    await ChooseAsync(session, number, Journal.Engine);
                return isNext;
            },
            cancellationToken);
        if (added)
            bell.Ring(Topic.Reading);
        return added ? number : null;
    }

    /// <summary>This version reads from now on; null is the reader as shipped. False when there is no such version to read with.</summary>
    public async Task<bool> ChooseAsync(long? number, string person, CancellationToken cancellationToken)
    {
        var chosen = await database.WriteAsync(
            async session =>
            {
                var exists = number is null || await session.FirstOrDefaultAsync<long?>(
                    "SELECT number FROM learned_version WHERE number = @number AND weights IS NOT NULL AND shipped = @fingerprint", new { number, fingerprint }) is not null;
                if (exists)
                    await ChooseAsync(session, number, person);
                return exists;
            },
            cancellationToken);
        if (chosen)
            bell.Ring(Topic.Reading);
        return chosen;
    }

    /// <summary>The version chosen last with its weights; null for the reader as shipped.</summary>
    public Task<ChosenVersion?> ChosenAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session => await LiveAsync(session) is not { } number ? null : await session.FirstOrDefaultAsync<ChosenVersion>(
                "SELECT number AS Number, lessons_until AS Until, weights AS Weights FROM learned_version WHERE number = @number AND shipped = @fingerprint",
                new { number, fingerprint }),
            cancellationToken);

    /// <summary>Newest first.</summary>
    public Task<IReadOnlyList<LearnedVersion>> AllAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session =>
            {
                var live = await LiveAsync(session);
                var rows = await session.QueryAsync<Row>(
                    """
                    SELECT number AS Number, fitted_at AS FittedAt, lessons AS Lessons, judged AS Judged, right_before AS RightBefore, right_after AS RightAfter,
                           put_right AS PutRight, made_wrong AS MadeWrong, by_intent AS ByIntent, why_not AS WhyNot,
                           CAST(CASE WHEN weights IS NOT NULL AND shipped = @fingerprint THEN 1 ELSE 0 END AS BIGINT) AS CanRead
                    FROM learned_version ORDER BY number DESC LIMIT 100
                    """,
                    new { fingerprint });
                return (IReadOnlyList<LearnedVersion>)[.. rows.Select(row => row.ToVersion(live))];
            },
            cancellationToken);

    private static Task<long?> LiveAsync(Session session) =>
        session.FirstOrDefaultAsync<long?>("SELECT version FROM reading_choice ORDER BY at DESC, id DESC LIMIT 1");

    private async Task ChooseAsync(Session session, long? number, string person)
    {
        await session.ExecuteAsync(
            "INSERT INTO reading_choice (id, at, person, version) VALUES (@id, @now, @person, @number)",
            new { id = Ids.New(clock), now = clock.Milliseconds(), person, number });
        await session.ExecuteAsync(
            "UPDATE learned_version SET weights = NULL WHERE weights IS NOT NULL AND number <> @live AND number <= (SELECT MAX(number) FROM learned_version) - @kept",
            new { live = number ?? -1, kept = WeightsKept });
    }

    private sealed class Row
    {
        public long Number { get; init; }
        public long FittedAt { get; init; }
        public long Lessons { get; init; }
        public long Judged { get; init; }
        public long RightBefore { get; init; }
        public long RightAfter { get; init; }
        public long PutRight { get; init; }
        public long MadeWrong { get; init; }
        public string ByIntent { get; init; } = "";
        public string? WhyNot { get; init; }
        public long CanRead { get; init; }

        public LearnedVersion ToVersion(long? live) => new(
            Number, Moment.Of(FittedAt), Lessons, Judged, RightBefore, RightAfter, PutRight, MadeWrong, JudgedIntent.Split(ByIntent), WhyNot, CanRead == 1, Number == live && CanRead == 1);
    }
}

/// <summary>When was fitted last, and on what.</summary>
internal sealed class LastFit
{
    public long Number { get; init; }
    public long FittedAt { get; init; }
    public long Lessons { get; init; }

    /// <summary>When the newest lesson of it came.</summary>
    public long Until { get; init; }

    /// <summary>1 when it was fitted on the heads that ship with this program.</summary>
    public long Fits { get; init; }
}

/// <summary>The version that should read.</summary>
internal sealed class ChosenVersion
{
    public long Number { get; init; }
    public long Until { get; init; }
    public string? Weights { get; init; }
}
