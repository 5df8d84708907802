using EngageBot.Sandbox.Api;
using EngageBot.Sandbox.Auth;

namespace EngageBot.Sandbox.Limits;

/// <summary>Counts requests per endpoint and caller in fixed windows, as X does: 15 minutes, and 24 hours for posts.</summary>
internal sealed class RateLimits(TimeProvider clock, bool on)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private readonly Lock gate = new();
    private readonly Dictionary<(string Route, string Caller), Count> windows = [];
    private readonly Dictionary<(string Route, string Caller), Count> days = [];
    private readonly Dictionary<string, RouteLimit> overrides = [];
    private readonly Dictionary<string, double> fullest = [];

    public bool IsOn { get; set; } = on;

    /// <summary>Shorter ones let a trial see several of them.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Per route, the largest part of a window that any caller ever used.</summary>
    public IReadOnlyDictionary<string, double> Fullest
    {
        get
        {
            lock (gate)
                return fullest.ToDictionary();
        }
    }

    public void Override(string route, RouteLimit limit)
    {
        lock (gate)
            overrides[route] = limit;
    }

    public void Reset()
    {
        lock (gate)
        {
            windows.Clear();
            days.Clear();
        }
    }

    public Standing Take(XRoute route, Caller caller)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var limits = overrides.GetValueOrDefault(route.Name, route.Limit);
            var window = CountOf(windows, route.Name, caller.Key, now, Window);
            var limit = (caller.Credentials == Credentials.App ? limits.App : limits.User) ?? int.MaxValue;
            Count[] counted = limits.Day is null
                ? [window]
                : [window, CountOf(days, route.Name, "app", now, Day), CountOf(days, route.Name, caller.Key, now, Day)];
            var admitted = !IsOn || (window.Used < limit && counted.Skip(1).All(day => day.Used < limits.Day));
            // X counts only what it lets in, so a refused request does not make the wait longer.
            if (admitted)
                foreach (var count in counted)
                    count.Used++;
            if (limit != int.MaxValue)
                fullest[route.Name] = Math.Max(fullest.GetValueOrDefault(route.Name), (double)window.Used / limit);
            return new Standing(
                admitted,
                StateOf(window, limit, Window),
                counted.Length == 1 ? null : StateOf(counted[1], limits.Day!.Value, Day),
                counted.Length == 1 ? null : StateOf(counted[2], limits.Day!.Value, Day));
        }
    }

    private WindowState StateOf(Count count, int limit, TimeSpan span) =>
        new(limit, IsOn ? Math.Max(0, limit - count.Used) : limit, RoundUp(count.Since + span));

    private static long RoundUp(DateTimeOffset time) => (time.ToUnixTimeMilliseconds() + 999) / 1000;

    private static Count CountOf(
        Dictionary<(string, string), Count> counts, string route, string caller, DateTimeOffset now, TimeSpan span)
    {
        if (!counts.TryGetValue((route, caller), out var count) || now >= count.Since + span)
            counts[(route, caller)] = count = new Count(now);
        return count;
    }

    private sealed class Count(DateTimeOffset since)
    {
        public DateTimeOffset Since { get; } = since;

        public int Used { get; set; }
    }
}

/// <summary>Requests per window for a user and for an app, and per 24 hours where X says so. Null means no limit.</summary>
internal sealed record RouteLimit(int? User = null, int? App = null, int? Day = null);

internal sealed record WindowState(int Limit, int Remaining, long Reset);

internal sealed record Standing(bool IsAdmitted, WindowState Window, WindowState? AppDay, WindowState? UserDay);
