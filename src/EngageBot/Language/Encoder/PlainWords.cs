using System.Text;

namespace EngageBot.Language.Encoder;

/// <summary>Leaves of a post what the encoder understands: words and marks, without links, handles and spare blanks.</summary>
internal static class PlainWords
{
    /// <summary>In the case and order in which they stand.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        var index = 0;
        foreach (var token in Tokenizer.Split(text))
        {
            if (token.Kind is not (TokenKind.Link or TokenKind.Handle))
                continue;
            Append(plain, text.AsSpan(index, token.Start - index));
            index = token.End;
        }
        Append(plain, text.AsSpan(index));
        return plain.ToString();
    }

    // what stood on both sides of a link is never drawn together
    private static void Append(StringBuilder plain, ReadOnlySpan<char> words)
    {
        foreach (var range in words.SplitAny())
        {
            var word = words[range];
            if (word.IsEmpty)
                continue;
            if (plain.Length > 0)
                plain.Append(' ');
            plain.Append(word);
        }
    }
}
