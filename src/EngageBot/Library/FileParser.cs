using System.Globalization;
using EngageBot.Language;
using EngageBot.Library.Voice;

namespace EngageBot.Library;

/// <summary>Turns the text of one library file into what it stands for; throws <see cref="BrokenFileException"/>.</summary>
internal static class FileParser
{
    public static Answer Answer(string id, string text)
    {
        var (sheet, body, line) = SheetReader.ReadFrontMatter<AnswerSheet>(text);
        var words = OneLine(body, line);
        if (string.IsNullOrWhiteSpace(sheet.Question))
            throw new BrokenFileException(1, "The front matter lacks 'question'.");
        if (sheet.Link is { } link && !link.StartsWith("https://", StringComparison.Ordinal))
            throw new BrokenFileException(SheetReader.LineOf(text, "link"), $"'link: {link}' must start with https://.");
        if (WeightedText.Length(sheet.Link is null ? words : $"{words} {sheet.Link}") is > WeightedText.Limit and var length)
            throw new BrokenFileException(line, $"The answer counts {length}; a post takes {WeightedText.Limit}.");
        var (from, until) = (SheetReader.Day(text, "valid_from", sheet.ValidFrom), SheetReader.Day(text, "valid_until", sheet.ValidUntil));
        if (from > until)
            throw new BrokenFileException(SheetReader.LineOf(text, "valid_until"), "'valid_until' lies before 'valid_from'.");
        return new Answer(id, sheet.Language, [sheet.Question, .. sheet.Also], sheet.Not, words, sheet.Link, from, until, sheet.Tags, sheet.Owner);
    }

    public static Snippet Snippet(string id, string text)
    {
        var (sheet, body, line) = SheetReader.ReadFrontMatter<SnippetSheet>(text);
        if (string.IsNullOrWhiteSpace(sheet.Teller))
            throw new BrokenFileException(1, "The front matter lacks 'teller': say who tells it.");
        if (sheet.Topics.Count == 0 && sheet.Asks.Count == 0 && sheet.About is null)
            throw new BrokenFileException(1, "The front matter lacks 'topics', 'asks' or 'about': say when it fits.");
        var words = OneLine(body, line);
        if (sheet.EmbargoUntil is not null && sheet.Expires is not null
            && SheetReader.Day(text, "embargo_until", sheet.EmbargoUntil) > SheetReader.Day(text, "expires", sheet.Expires))
            throw new BrokenFileException(SheetReader.LineOf(text, "expires"), "'expires' lies before 'embargo_until': it could never be told.");
        if (WeightedText.Length(words) is > WeightedText.Limit and var length)
            throw new BrokenFileException(line, $"The snippet counts {length}; a post takes {WeightedText.Limit}.");
        if (sheet.Picture is not null && !PictureFile.IsName(sheet.Picture))
            throw new BrokenFileException(SheetReader.LineOf(text, "picture"), $"'picture: {sheet.Picture}' must be the plain name of a PNG, JPEG or WebP file in backstage/pictures, like lamp.png.");
        if (sheet.Picture is not null && string.IsNullOrWhiteSpace(sheet.Alt))
            throw new BrokenFileException(SheetReader.LineOf(text, "picture"), "A picture needs 'alt': say what it shows, for those who cannot see it.");
        if (sheet.Alt is { Length: > PictureFile.LongestAltText })
            throw new BrokenFileException(SheetReader.LineOf(text, "alt"), $"'alt' has {sheet.Alt.Length} characters; X takes {PictureFile.LongestAltText}.");
        return new Snippet(
            id,
            sheet.Language,
            sheet.Teller,
            sheet.About,
            sheet.Topics,
            sheet.Asks,
            words,
            SheetReader.Day(text, "embargo_until", sheet.EmbargoUntil),
            SheetReader.Day(text, "expires", sheet.Expires),
            sheet.Picture,
            sheet.Alt?.Trim() ?? "");
    }

    public static VoiceRules Voice(string text)
    {
        var sheet = SheetReader.Read<VoiceSheet>(text);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(sheet.TimeZone, out var zone))
            throw new BrokenFileException(SheetReader.LineOf(text, "time_zone"), $"'time_zone: {sheet.TimeZone}' is unknown; write it like Europe/London.");
        var greetings = sheet.Greetings.ToDictionary(
            pair => pair.Key,
            pair => new Greetings(pair.Value.Morning, pair.Value.Afternoon, pair.Value.Evening));
        return new VoiceRules(zone, sheet.SignOff.Trim(), sheet.Shows, greetings) { Lint = LintParser.Parse(text, sheet), Curtain = Curtain(text, sheet.Curtain) };
    }

    private static TimeOnly? Curtain(string text, string? written) =>
        written is null ? null
        : TimeOnly.TryParseExact(written, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var curtain) ? curtain
        : throw new BrokenFileException(SheetReader.LineOf(text, "curtain"), $"'curtain: {written}' is no time of day; write it like \"19:30\", in quotes.");

    private static string OneLine(string body, int line)
    {
        var words = string.Join(' ', body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (words.Length == 0)
            throw new BrokenFileException(line, "There is no text below the front matter.");
        RefuseHandles(body, line);
        return words;
    }

    // X puts the handles of a reply there itself; a typed one would call somebody in
    public static void RefuseHandles(string body, int line)
    {
        if (Tokenizer.Split(body).FirstOrDefault(token => token.Kind == TokenKind.Handle) is { Kind: TokenKind.Handle } handle)
            throw new BrokenFileException(line + body.AsSpan(0, handle.Start).Count('\n'), $"The text names the handle '@{handle.Text}'; leave handles to the network.");
    }
}
