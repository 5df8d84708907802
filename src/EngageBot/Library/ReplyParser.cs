using EngageBot.Model;

namespace EngageBot.Library;

/// <summary>Turns the text of a reply template into what it stands for; throws <see cref="BrokenFileException"/>.</summary>
internal static class ReplyParser
{
    private const int LongestBody = 2_000;

    private static readonly Dictionary<Intent, string[]> Situations = new()
    {
        [Intent.Question] = ["answered", "unanswered", "unclear", "late", "kept"],
        [Intent.Curiosity] = ["told", "untold", "kept"],
        [Intent.Thanks] = [],
        [Intent.Complaint] = [],
        [Intent.Chat] = [],
        [Intent.Unsure] = [],
    };

    public static ReplyTemplate Parse(string id, string text)
    {
        var folder = id.Split('/')[1];
        if (!Words.TryParse<Intent>(folder, out var intent) || !Situations.TryGetValue(intent, out var situations))
            throw new BrokenFileException(1, $"There are no replies to '{folder}'; folders are {string.Join(", ", Situations.Keys.Select(Words.Of))}.");
        var (sheet, body, line) = SheetReader.ReadFrontMatter<ReplySheet>(text);
        if (body.Length > LongestBody)
            throw new BrokenFileException(line, $"The template has {body.Length} characters; a reply takes no more than {LongestBody}, fields and conditions included.");
        if (situations.Length > 0 ? !situations.Contains(sheet.For) : sheet.For is not null)
            throw new BrokenFileException(SheetReader.LineOf(text, "for"), situations.Length > 0 ? $"'for' must be one of: {string.Join(", ", situations)}." : "'for' is not used here.");
        FileParser.RefuseHandles(body, line);
        if (intent == Intent.Complaint && body.IndexOf('!', StringComparison.Ordinal) is >= 0 and var mark)
            throw new BrokenFileException(line + body.AsSpan(0, mark).Count('\n'), "A complaint is answered calmly: leave out the exclamation mark.");
        var when = new Conditions(
            OneOf(text, "turn", sheet.Turn, ("first", false), ("follow-up", true)),
            OneOf(text, "talker", sheet.Talker, ("new", false), ("returning", true)),
            OneOf(text, "time", sheet.Time, [.. Enum.GetValues<TimeOfDay>().Select(time => (Words.Of(time), time))]));
        return new ReplyTemplate(id, intent, sheet.Language, sheet.For, sheet.About, when, [.. Choices.Of(body, line).Select(way => Wordform.Parse(way, line))]);
    }

    private static T? OneOf<T>(string text, string key, string? value, params (string Word, T Meaning)[] words) where T : struct
    {
        if (value is null or "any")
            return null;
        foreach (var (word, meaning) in words)
            if (word == value)
                return meaning;
        throw new BrokenFileException(SheetReader.LineOf(text, key), $"'{key}: {value}' must be {string.Join(", ", words.Select(pair => pair.Word))} or any.");
    }
}
