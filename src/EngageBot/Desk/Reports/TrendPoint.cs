namespace EngageBot.Desk.Reports;

/// <summary>A day or week on a line.</summary>
/// <param name="Value">Null where nothing was measured; the line has a gap there.</param>
public readonly record struct TrendPoint(DateOnly Day, double? Value);

/// <summary>One line of a chart, named at its end.</summary>
public sealed record Trend(string Name, IReadOnlyList<TrendPoint> Points, bool Quiet = false)
{
    public TrendPoint? Last => Points.LastOrDefault(point => point.Value is not null) is { Value: not null } last ? last : null;

    public double Greatest => Points.Max(point => point.Value) ?? 0;
}

/// <summary>A level to compare with, named on the line itself.</summary>
public sealed record Level(double Value, string Name);
