using System.Text;
using EngageBot.Language.Search;

namespace EngageBot.Library;

/// <summary>
/// Reads any folder of Markdown answers, for search only: the question stands in the front matter, else in the first heading,
/// else it is the file's name. Unlike the library it minds neither lengths nor keys that it does not know.
/// </summary>
internal static class AnswerFolder
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>In the order of their ids, which are their paths below the folder, without ending.</summary>
    /// <exception cref="DirectoryNotFoundException"/>
    /// <exception cref="UnreadableAnswerException"/>
    public static IReadOnlyList<SearchEntry> Read(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(folder, file).Replace('\\', '/'), File: file))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => Read(file.Name, file.File)),
    ];

    private static SearchEntry Read(string name, string file)
    {
        try
        {
            return Parse(Path.ChangeExtension(name, null), Utf8.GetString(File.ReadAllBytes(file)).TrimStart('\uFEFF').ReplaceLineEndings("\n"));
        }
        catch (BrokenFileException broken)
        {
            throw new UnreadableAnswerException(name, broken.Line, broken.Message);
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableAnswerException(name, 1, "The file is not UTF-8 text.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableAnswerException(name, 1, unreadable.Message);
        }
    }

    private static SearchEntry Parse(string id, string text)
    {
        var sheet = new FoundSheet();
        if (text.StartsWith("---\n", StringComparison.Ordinal))
            (sheet, text, _) = SheetReader.ReadFrontMatter<FoundSheet>(text, anyKeys: true);
        var lines = text.Split('\n').ToList();
        var heading = lines.FindIndex(line => line.StartsWith("# ", StringComparison.Ordinal));
        var question = sheet.Question ?? sheet.Title;
        if (string.IsNullOrWhiteSpace(question) && heading >= 0)
        {
            question = lines[heading][2..].Trim(' ', '#');
            lines.RemoveAt(heading);
        }
        if (string.IsNullOrWhiteSpace(question))
            question = id.Split('/')[^1].Replace('-', ' ').Replace('_', ' ');
        return new SearchEntry(id, [question, .. sheet.Also.Where(phrasing => !string.IsNullOrWhiteSpace(phrasing))], string.Join('\n', lines).Trim());
    }
}

/// <summary>What search needs of the front matter of anybody's answer.</summary>
internal sealed class FoundSheet
{
    public string? Question { get; init; }

    public string? Title { get; init; }

    public List<string> Also { get; init; } = [];
}
