namespace EngageBot.Language.Identification;

/// <summary>The letters a text is written in; those at the end give the language away by themselves.</summary>
internal enum WritingSystem
{
    Latin,
    Cyrillic,
    Arabic,
    Kana,
    Han,
    Hangul,
    Greek,
    Hebrew,
    Devanagari,
    Thai,
    Georgian,
    Armenian,
    Bengali,
    Gurmukhi,
    Gujarati,
    Tamil,
    Telugu,
    Kannada,
    Malayalam,
    Other,
}
