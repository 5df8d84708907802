namespace EngageBot.Language;

/// <summary>A piece of a text.</summary>
/// <param name="Text">Lower case, plain apostrophes, stretched letters (<c>sooo</c>) let go; handles and hashtags without their sign.</param>
/// <param name="Start">Where it begins in the original text.</param>
/// <param name="End">One past its end.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Start, int End);

/// <summary>What a piece of text is.</summary>
internal enum TokenKind
{
    Word,
    Number,
    Handle,
    Hashtag,
    Link,
    Emoji,
    Mark,
}
