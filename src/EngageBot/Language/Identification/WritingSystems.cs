namespace EngageBot.Language.Identification;

/// <summary>Tells writing systems apart by where their letters stand.</summary>
internal static class WritingSystems
{
    public const int Count = (int)WritingSystem.Other + 1;

    public static WritingSystem Of(char letter) => letter switch
    {
        < '\u0250' or (>= '\u1E00' and < '\u1F00') => WritingSystem.Latin,
        >= '\u0370' and < '\u0400' or (>= '\u1F00' and < '\u2000') => WritingSystem.Greek,
        < '\u0530' => WritingSystem.Cyrillic,
        < '\u0590' => WritingSystem.Armenian,
        < '\u0600' => WritingSystem.Hebrew,
        < '\u0780' or (>= '\uFB50' and < '\uFF00') => WritingSystem.Arabic,
        >= '\u0900' and < '\u0980' => WritingSystem.Devanagari,
        >= '\u0980' and < '\u0D80' => Indic(letter),
        >= '\u0E00' and < '\u0E80' => WritingSystem.Thai,
        >= '\u10A0' and < '\u1100' => WritingSystem.Georgian,
        (>= '\u1100' and < '\u1200') or (>= '\uAC00' and < '\uD7B0') => WritingSystem.Hangul,
        (>= '\u3040' and < '\u3100') or (>= '\uFF66' and < '\uFFA0') => WritingSystem.Kana,
        (>= '\u3400' and < '\u4DC0') or (>= '\u4E00' and < '\uA000') => WritingSystem.Han,
        _ => WritingSystem.Other,
    };

    /// <summary>The language that alone uses a system, among those that people commonly write in on the network.</summary>
    public static string? LanguageOf(WritingSystem system) => system switch
    {
        WritingSystem.Kana => "ja",
        WritingSystem.Han => "zh",
        WritingSystem.Hangul => "ko",
        WritingSystem.Greek => "el",
        WritingSystem.Hebrew => "he",
        WritingSystem.Devanagari => "hi",
        WritingSystem.Thai => "th",
        WritingSystem.Georgian => "ka",
        WritingSystem.Armenian => "hy",
        WritingSystem.Bengali => "bn",
        WritingSystem.Gurmukhi => "pa",
        WritingSystem.Gujarati => "gu",
        WritingSystem.Tamil => "ta",
        WritingSystem.Telugu => "te",
        WritingSystem.Kannada => "kn",
        WritingSystem.Malayalam => "ml",
        _ => null,
    };

    // blocks of 128 letters, one after the other
    private static WritingSystem Indic(char letter) => ((letter - '\u0980') / 0x80) switch
    {
        0 => WritingSystem.Bengali,
        1 => WritingSystem.Gurmukhi,
        2 => WritingSystem.Gujarati,
        4 => WritingSystem.Tamil,
        5 => WritingSystem.Telugu,
        6 => WritingSystem.Kannada,
        7 => WritingSystem.Malayalam,
        _ => WritingSystem.Other,
    };
}
