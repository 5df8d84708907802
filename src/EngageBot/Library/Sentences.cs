using EngageBot.Language;

namespace EngageBot.Library;

/// <summary>Cuts what somebody wrote into what can be searched for.</summary>
internal static class Sentences
{
    private const int MostSentences = 4;

    /// <summary>The whole text and each of its questions: the sentence before often says only who is asking.</summary>
    public static IEnumerable<string> Asked(string text)
    {
        yield return text;
        var start = 0;
        var count = 0;
        foreach (var token in Tokenizer.Split(text))
        {
            if (token is not { Kind: TokenKind.Mark, Text: "." or "?" or "!" or "\n" })
                continue;
            if (token.Text == "?" && ++count <= MostSentences && (start > 0 || token.End < text.Length))
                yield return text[start..token.End];
            start = token.End;
        }
    }
}
