namespace EngageBot.Library.Voice;

/// <summary>Checks what <c>voice.yaml</c> says for the lint; throws <see cref="BrokenFileException"/> with the line to mend.</summary>
internal static class LintParser
{
    public static LintRules Parse(string text, VoiceSheet sheet)
    {
        var (warn, block) = (sheet.Lint.WarnBelow, sheet.Lint.BlockBelow);
        if (warn is < 0 or > 100)
            throw Broken(text, "warn_below", $"{warn}", $"'warn_below: {warn}' must lie between 0 and 100.");
        if (block < 0 || block > warn)
            throw Broken(text, "block_below", $"{block}", $"'block_below: {block}' must lie between 0 and 'warn_below' ({warn}).");
        foreach (var (key, words) in new[] { ("use", sheet.Words.Use), ("never", sheet.Words.Never) })
            if (words.Find(phrase => PhraseFile.Words(phrase ?? "").Count == 0) is { } empty)
                throw Broken(text, key, "", $"'{empty}' under 'words' has no word in it.");
        if (sheet.Words.Use.Intersect(sheet.Words.Never, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } both)
            throw Broken(text, "never", "", $"'{both}' stands under 'use' and under 'never'.");
        return new LintRules(warn, block, sheet.Words.Use, sheet.Words.Never, [.. sheet.Offers.Select(offer => Offer(text, offer))]);
    }

    private static Offer Offer(string text, OfferSheet sheet)
    {
        if (string.IsNullOrWhiteSpace(sheet.Name))
            throw Broken(text, "offers", "", "An offer lacks its 'name'.");
        if (sheet.Words.Count == 0 || sheet.Words.Exists(phrase => PhraseFile.Words(phrase ?? "").Count == 0))
            throw Broken(text, "name", sheet.Name, $"The offer '{sheet.Name}' needs 'words' by which a reply is known to speak of it.");
        if (sheet.Left < 0)
            throw Broken(text, "left", $"{sheet.Left}", $"'left: {sheet.Left}' cannot be below 0.");
        return new Offer(sheet.Name, sheet.Words, Day(text, sheet.ValidUntil), sheet.Left);
    }

    private static DateOnly? Day(string text, string? value)
    {
        try
        {
            return SheetReader.Day(text, "valid_until", value);
        }
        catch (BrokenFileException broken)
        {
            throw Broken(text, "valid_until", value!, broken.Message);
        }
    }

    private static BrokenFileException Broken(string text, string key, string value, string reason)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var line = Array.FindIndex(lines, line => line.TrimStart(' ', '-').StartsWith($"{key}:", StringComparison.Ordinal) && line.Contains(value, StringComparison.Ordinal));
        return new BrokenFileException(Math.Max(0, line) + 1, reason);
    }
}
