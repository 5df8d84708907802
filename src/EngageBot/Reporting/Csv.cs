using System.Globalization;
using System.Text;

namespace EngageBot.Reporting;

/// <summary>Writes a table as RFC 4180 asks: CRLF, quotes where they are needed. A text that a spreadsheet would take for a formula is kept a text.</summary>
public static class Csv
{
    private const string Formulas = "=+-@\t\r\n";
    private static readonly char[] Special = [',', '"', '\r', '\n', ';'];

    public static string Write(ReportTable table)
    {
        var text = new StringBuilder();
        Line(text, table.Columns);
        foreach (var row in table.Rows)
            Line(text, row);
        return text.ToString();
    }

    private static void Line(StringBuilder text, IReadOnlyList<object?> cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    private static string Cell(object? value) => value switch
    {
        null => "",
        string word => Quoted(Harmless(word)),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Quoted(Harmless(value.ToString() ?? "")),
    };

    /// <summary>Spaces before it do not help a formula either.</summary>
    private static string Harmless(string word) => word.TrimStart(' ') is [var first, ..] && Formulas.Contains(first, StringComparison.Ordinal) ? "'" + word : word;

    private static string Quoted(string word) => word.IndexOfAny(Special) < 0 ? word : $"\"{word.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
