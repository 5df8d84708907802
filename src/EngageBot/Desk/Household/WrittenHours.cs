using EngageBot.Desk.Translation;
using EngageBot.Hours;

namespace EngageBot.Desk.Household;

/// <summary>A day of the week as it stands in its field.</summary>
internal sealed class WrittenDay(DayOfWeek day)
{
    public DayOfWeek Day => day;

    public string Text { get; set; } = "";

    public string? Problem { get; private set; }

    public IReadOnlyList<OpenSpan> Read()
    {
        Problem = OpenSpan.Read(Text, out var spans);
        if (Problem is null)
            Text = spans.Count == 0 ? "" : OpenSpan.Write(spans);
        return spans;
    }
}

/// <summary>Days that differ, as they stand in their fields.</summary>
internal sealed class WrittenOddDays
{
    public DateOnly First { get; set; }

    public DateOnly Last { get; set; }

    public string Text { get; set; } = "";

    public string Name { get; set; } = "";

    public string? Problem { get; private set; }

    /// <summary>A first day after the last takes the last along.</summary>
    public void KeepOrder() => Last = Last < First ? First : Last;

    public OddDays Read(Phrases T)
    {
        Problem = OpenSpan.Read(Text, out var spans);
        if (Last < First)
            Problem = T["The last day lies before the first."];
        return new OddDays(First, Last, spans, Name.Trim());
    }
}
