using EngageBot.Library.Editing;

namespace EngageBot.Desk.Shelves;

/// <summary>Turns a file into what its form shows and back.</summary>
internal static class SheetValues
{
    public static string Of(FrontMatter sheet, SheetField field) => field.Kind switch
    {
        FieldKind.Text => sheet.Body,
        FieldKind.Words => sheet[field.Key].Replace("\n", ", ", StringComparison.Ordinal),
        _ => sheet[field.Key],
    };

    /// <summary>The sheet with what somebody filled in; the other lines stay as they were written.</summary>
    public static FrontMatter Put(FrontMatter sheet, SheetField field, string value) => field.Kind switch
    {
        FieldKind.Text => sheet with { Body = value },
        FieldKind.Lines => sheet.WithList(field.Key, Cut(value, '\n'), inLine: false),
        FieldKind.Words => sheet.WithList(field.Key, Cut(value, ','), inLine: true),
        FieldKind.Word when field.Key == "language" && value.Trim() == "en" && sheet[field.Key].Length == 0 => sheet,
        _ => sheet.With(field.Key, value),
    };

    private static string[] Cut(string value, char between) => value.Split(between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
