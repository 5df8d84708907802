namespace EngageBot.Hours;

/// <summary>The open stretches around a time, laid out once, so that a hundred thousand waits can be measured in a moment.</summary>
internal sealed class OpenTime
{
    private readonly List<long> starts = [];
    private readonly List<long> ends = [];

    /// <summary>How much was open before each stretch.</summary>
    private readonly List<long> before = [];

    /// <param name="from">No moment before it is asked about.</param>
    /// <param name="until">No moment after it is asked about.</param>
    public OpenTime(OpeningHours hours, DateTimeOffset from, DateTimeOffset until)
    {
        var last = hours.DayOf(until).AddDays(1);
        var stretches = new List<(DateTimeOffset From, DateTimeOffset Until)>();
        // two days back: a span may reach into the next morning
        for (var day = hours.DayOf(from).AddDays(-2); day <= last; day = day.AddDays(1))
            stretches.AddRange(hours.StretchesOf(day));
        foreach (var (start, end) in stretches.OrderBy(stretch => stretch.From))
            Add(start.ToUnixTimeMilliseconds(), end.ToUnixTimeMilliseconds());
    }

    public bool IsOpen(DateTimeOffset moment) => At(moment.ToUnixTimeMilliseconds()) is >= 0 and var place && moment.ToUnixTimeMilliseconds() < ends[place];

    public TimeSpan Between(DateTimeOffset from, DateTimeOffset until) =>
        TimeSpan.FromMilliseconds(Between(from.ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds()));

    /// <summary>Milliseconds; none when the end lies before the beginning.</summary>
    public long Between(long from, long until) => until <= from ? 0 : Until(until) - Until(from);

    private void Add(long start, long end)
    {
        if (starts.Count > 0 && start <= ends[^1])
        {
            ends[^1] = Math.Max(ends[^1], end);
            return;
        }
        before.Add(starts.Count == 0 ? 0 : before[^1] + (ends[^1] - starts[^1]));
        starts.Add(start);
        ends.Add(end);
    }

    /// <summary>How much was open up to this moment.</summary>
    private long Until(long moment) => At(moment) is >= 0 and var place ? before[place] + Math.Min(moment, ends[place]) - starts[place] : 0;

    /// <summary>The last stretch that began at or before this moment; -1 for none.</summary>
    private int At(long moment)
    {
        var place = starts.BinarySearch(moment);
        return place >= 0 ? place : ~place - 1;
    }
}
