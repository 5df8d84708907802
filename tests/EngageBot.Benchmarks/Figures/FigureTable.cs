namespace EngageBot.Benchmarks.Figures;

/// <summary>The figures of a run, printed when it ends; each is announced as soon as it is known.</summary>
internal sealed class FigureTable
{
    private readonly List<Figure> figures = [];

    public double this[string name] => figures.First(figure => figure.Name == name).Value;

    /// <summary>Every aim that was set is met.</summary>
    public bool AllMet => figures.TrueForAll(figure => figure.Verdict != "MISSED");

    public void Add(string name, double value, string unit, Aim? aim = null)
    {
        var figure = new Figure(name, value, unit, aim);
        figures.Add(figure);
        Console.Error.WriteLine($"  {figure.Name}: {figure.Shown}");
    }

    public void Print(string command)
    {
        string[][] rows = [["figure", "value", "aim", ""], .. figures.Select(figure => new[] { figure.Name, figure.Shown, figure.Aim?.ToString() ?? "", figure.Verdict })];
        var widths = Enumerable.Range(0, 4).Select(column => rows.Max(row => row[column].Length)).ToArray();
        Console.WriteLine($"$ {command}");
        foreach (var row in rows)
            Console.WriteLine($"{row[0].PadRight(widths[0])}  {row[1].PadLeft(widths[1])}  {row[2].PadRight(widths[2])}  {row[3]}".TrimEnd());
    }
}
