using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Learning;

/// <summary>Sums up what the reader learned and how well it does.</summary>
internal sealed class ModelCards(Database database, VersionShelf versions, LiveHeads live)
{
    private const long Most = 20_000;

    public async Task<ModelCard> MakeAsync(CancellationToken cancellationToken)
    {
        var lessons = await database.ReadAsync(
            session => session.QueryAsync<Row>(
                """
                SELECT COALESCE(intent, '') AS Intent, read_intent AS Read, person AS Person, at AS At FROM lesson
                WHERE kind = 'correction' OR NOT EXISTS (SELECT 1 FROM lesson other WHERE other.mention_id = lesson.mention_id AND other.kind = 'correction')
                ORDER BY at DESC LIMIT @Most
                """,
                new { Most }),
            cancellationToken);
        var judged = lessons.Where(lesson => lesson.Intent.Length > 0).ToList();
        return new ModelCard(
            lessons.Count,
            lessons.Select(lesson => lesson.Person).Distinct().Count(),
            lessons.Count == 0 ? null : Moment.Of(lessons[^1].At),
            lessons.Count == 0 ? null : Moment.Of(lessons[0].At),
            [.. ByIntent(judged)],
            [.. judged.GroupBy(lesson => MondayOf(lesson.At)).OrderBy(week => week.Key).Select(week => new AgreementOfWeek(week.Key, week.Count(), week.Count(Agrees), SharesOf(week)))],
            await versions.AllAsync(cancellationToken),
            live.Now is { IsUsed: true, Number: var number } ? number : null);
    }

    private static IEnumerable<IntentLessons> ByIntent(List<Row> judged) =>
        from lesson in judged
        group lesson by Words.Parse<Intent>(lesson.Intent) into intent
        orderby intent.Key
        select new IntentLessons(intent.Key, intent.Count(), intent.Count(Agrees), Moment.Of(intent.Max(lesson => lesson.At)));

    private static Dictionary<Intent, IntentShare> SharesOf(IEnumerable<Row> week) =>
        week.GroupBy(lesson => Words.Parse<Intent>(lesson.Intent)).ToDictionary(intent => intent.Key, intent => new IntentShare(intent.Count(Agrees), intent.Count()));

    private static bool Agrees(Row lesson) => lesson.Intent == lesson.Read;

    private static DateOnly MondayOf(long at)
    {
        var day = DateOnly.FromDateTime(Moment.Of(at).UtcDateTime);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }

    private sealed record Row(string Intent, string Read, string Person, long At);
}
