using EngageBot.Sandbox.Api;
using EngageBot.Sandbox.Square;

namespace EngageBot.Sandbox.Limits;

/// <summary>Counts what X would count: requests by route and status, and everything that costs money.</summary>
internal sealed class Ledger
{
    private const int DaysKept = 90;

    private readonly Lock gate = new();
    private readonly Dictionary<(string Route, int Status), long> requests = [];
    private readonly SortedDictionary<DateTime, DayPage> days = [];
    private long posts, users, created, summoned, createdWithUrl, deleted;

    public void Request(string route, int status)
    {
        lock (gate)
            requests[(route, status)] = requests.GetValueOrDefault((route, status)) + 1;
    }

    public void Read(XCall call)
    {
        if (call.PostsRead.Count + call.UsersRead.Count == 0)
            return;
        lock (gate)
        {
            var day = Today(call.Now);
            posts += call.PostsRead.Count;
            users += call.UsersRead.Count;
            foreach (var post in call.PostsRead)
                day.Posts.Add(post.Id);
            foreach (var user in call.UsersRead)
                day.Users.Add(user.Id);
        }
    }

    public void Created(Post post)
    {
        lock (gate)
        {
            created++;
            if (post.InReplyTo is { } target && target.Mentions(post.Author))
                summoned++;
            else if (post.Entities.Urls.Count > 0)
                createdWithUrl++;
        }
    }

    public void Deleted()
    {
        lock (gate)
            deleted++;
    }

    public IReadOnlyList<(DateTimeOffset Day, int Posts)> PostsPerDay(int count, DateTimeOffset now)
    {
        lock (gate)
            return
            [
                .. Enumerable.Range(0, count)
                    .Select(back => now.UtcDateTime.Date.AddDays(-back))
                    .Select(day => (new DateTimeOffset(day, TimeSpan.Zero), days.TryGetValue(day, out var page) ? page.Posts.Count : 0)),
            ];
    }

    public Totals Total()
    {
        lock (gate)
            return new Totals(
                requests.OrderBy(pair => pair.Key.Route, StringComparer.Ordinal).ThenBy(pair => pair.Key.Status)
                    .Select(pair => new RequestTotal(pair.Key.Route, pair.Key.Status, pair.Value)).ToList(),
                posts, days.Values.Sum(day => day.Posts.Count), users, days.Values.Sum(day => day.Users.Count),
                created, summoned, createdWithUrl, deleted);
    }

    private DayPage Today(DateTimeOffset now)
    {
        if (days.TryGetValue(now.UtcDateTime.Date, out var page))
            return page;
        if (days.Count >= DaysKept)
            days.Remove(days.Keys.First());
        return days[now.UtcDateTime.Date] = new DayPage([], []);
    }

    private sealed record DayPage(HashSet<long> Posts, HashSet<long> Users);
}

internal sealed record RequestTotal(string Route, int Status, long Count);

/// <summary>Reads are counted raw, and once per UTC day as X bills them.</summary>
internal sealed record Totals(
    IReadOnlyList<RequestTotal> Requests,
    long PostsRead,
    long PostsReadBillable,
    long UsersRead,
    long UsersReadBillable,
    long PostsCreated,
    long SummonedReplies,
    long PostsCreatedWithUrl,
    long PostsDeleted);
