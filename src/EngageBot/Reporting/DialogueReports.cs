using EngageBot.Language;
using EngageBot.Library;
using EngageBot.Storage;

namespace EngageBot.Reporting;

/// <summary>Keeps the dialogue ledger: our replies to people against our broadcasts, and whether talks are talks.</summary>
internal sealed class DialogueReports(Database database, PromptLibrary library, TimeProvider clock)
{
    private const int Remembered = 200;
    private const int Compared = 400;

    /// <param name="accountId">Null for all accounts.</param>
    public Task<DialogueReport> MakeAsync(Period period, string? accountId, CancellationToken cancellationToken) => Task.Run(
        () => database.ReadAsync(async session =>
        {
            var posts = new List<PublicPost>();
            var talks = new List<TalkRow>();
            var sources = new List<string>();
            foreach (var account in accountId is not null ? [accountId] : await session.QueryAsync<string>("SELECT id FROM account"))
            {
                // the first day's week begins six days before it
                posts.AddRange(await PublicPosts.OfAsync(session, account, period.Midnight(period.First.AddDays(-6)), period.Until));
                talks.AddRange(await TalksAsync(session, account, period));
                sources.AddRange(await SourcesAsync(session, account, period));
            }
            return Report(period, posts, talks, sources);
        }, cancellationToken),
        cancellationToken);

    /// <summary>Talk among what all our accounts said in a few days, and nothing else.</summary>
    public Task<Share> LatestWeekAsync(Period week, CancellationToken cancellationToken) => Task.Run(
        () => database.ReadAsync(async session =>
        {
            var posts = new List<PublicPost>();
            foreach (var account in await session.QueryAsync<string>("SELECT id FROM account"))
                posts.AddRange(await PublicPosts.OfAsync(session, account, week.From, week.Until));
            return new Share(posts.Count(post => post.IsTalk), posts.Count);
        }, cancellationToken),
        cancellationToken);

    private DialogueReport Report(Period period, List<PublicPost> posts, List<TalkRow> talks, List<string> sources)
    {
        var from = period.From.ToUnixTimeMilliseconds();
        var within = posts.Where(post => post.At >= from).ToList();
        var replies = within.Where(post => post.IsTalk).OrderBy(post => post.At).ToList();
        var days = Days(period, posts);
        return new DialogueReport(
            period.First, period.Last, period.Zone.Id, clock.GetUtcNow(),
            new Share(replies.Count, within.Count), days[^1].Week, days,
            talks.Count, talks.Count == 0 ? null : Math.Round(talks.Average(talk => (double)(talk.Ours + talk.Theirs)), 1),
            CameBack(talks), new Share(replies.Count(reply => reply.Asks), replies.Count),
            Voices(sources), Freshness(replies));
    }

    private static List<TalkDay> Days(Period period, List<PublicPost> posts)
    {
        var byDay = posts.ToLookup(post => period.DayOf(post.At), post => post.IsTalk);
        var days = new List<TalkDay>();
        for (var day = period.First; day <= period.Last; day = day.AddDays(1))
        {
            var week = Enumerable.Range(0, 7).SelectMany(back => byDay[day.AddDays(-back)]).ToList();
            days.Add(new TalkDay(day, byDay[day].Count(talk => talk), byDay[day].Count(talk => !talk), new Share(week.Count(talk => talk), week.Count)));
        }
        return days;
    }

    private static Share CameBack(List<TalkRow> talks)
    {
        var people = talks.GroupBy(talk => talk.TalkerId).ToList();
        return new Share(people.Count(person => person.Any(talk => talk.CameBack > 0)), people.Count);
    }

    private VoiceRow[] Voices(List<string> sources)
    {
        var tellers = library.Current.Snapshot.Snippets.ToDictionary(snippet => snippet.Id, snippet => snippet.Teller, StringComparer.Ordinal);
        var quoted = from joined in sources
                     from source in Lines.Split(joined).Distinct()
                     let teller = tellers.GetValueOrDefault(source) ?? MakerOf(source)
                     where teller is not null
                     group source by teller into voice
                     orderby voice.Count() descending, voice.Key
                     select new VoiceRow(voice.Key, voice.Count());
        return [.. quoted];
    }

    private static double? Freshness(List<PublicPost> replies)
    {
        var prints = replies.TakeLast(Remembered + Compared).Select(reply => new TextPrint(reply.Text)).ToList();
        if (prints.Count == 0)
            return null;
        var fresh = new List<double>();
        for (var place = Math.Max(0, prints.Count - Compared); place < prints.Count; place++)
            fresh.Add(1 - prints.Skip(Math.Max(0, place - Remembered)).Take(Math.Min(place, Remembered)).Select(print => print.Likeness(prints[place])).DefaultIfEmpty(0).Max());
        fresh.Sort();
        return Math.Round(fresh[fresh.Count / 2], 3);
    }

    private static Task<IReadOnlyList<TalkRow>> TalksAsync(Session session, string accountId, Period period) =>
        session.QueryAsync<TalkRow>(
            """
            SELECT talk.talker_id AS TalkerId, talk.ours AS Ours,
                   (SELECT COUNT(*) FROM mention WHERE conversation_id = talk.conversation_id) AS Theirs,
                   (SELECT COUNT(*) FROM mention WHERE talker_id = talk.talker_id AND posted_at > talk.first_at) AS CameBack
            FROM (SELECT conversation_id, talker_id, COUNT(*) AS ours, MIN(attempted_at) AS first_at FROM reply
                  WHERE account_id = @accountId AND approved_at >= @from AND approved_at < @until AND state = 'sent'
                  GROUP BY conversation_id, talker_id) talk
            """,
            new { accountId, from = period.From.ToUnixTimeMilliseconds(), until = period.Until.ToUnixTimeMilliseconds() });

    // who was asked by a link told it themselves, under their first name
    private static string? MakerOf(string source) => source.StartsWith("maker/", StringComparison.Ordinal) ? source["maker/".Length..].Split(',')[0] : null;

    private static Task<IReadOnlyList<string>> SourcesAsync(Session session, string accountId, Period period) =>
        session.QueryAsync<string>(
            """
            SELECT sources FROM reply
            WHERE account_id = @accountId AND approved_at >= @from AND approved_at < @until AND state = 'sent' AND (sources LIKE '%backstage/%' OR sources LIKE '%maker/%')
            """,
            new { accountId, from = period.From.ToUnixTimeMilliseconds(), until = period.Until.ToUnixTimeMilliseconds() });

    private sealed record TalkRow(string TalkerId, long Ours, long Theirs, long CameBack);
}
