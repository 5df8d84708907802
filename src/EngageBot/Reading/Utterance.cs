using EngageBot.Language;
using EngageBot.Model;

namespace EngageBot.Reading;

/// <summary>A mention as the rules see it: its words in order, and how it is turned towards us.</summary>
/// <param name="Stream">Words as written in the cue files: <c>^</c> before each sentence, <c>@us</c>, <c>@other</c>, <c>&lt;link&gt;</c>, <c>?</c>.</param>
/// <param name="AnswersUs">Whether it replies to a post of ours.</param>
/// <param name="SpeaksToUsFirst">Whether it opens with our handle.</param>
/// <param name="SpeaksToOthersFirst">Whether it opens with somebody else's handle.</param>
/// <param name="Text">The whole text, for what words alone do not show.</param>
internal sealed record Utterance(
    string Text,
    IReadOnlyList<string> Stream,
    int Words,
    int Others,
    int Links,
    int Hashtags,
    bool AnswersUs,
    bool SpeaksToUsFirst,
    bool SpeaksToOthersFirst,
    bool QuotesUs)
{
    public static Utterance Of(Post post, Account account)
    {
        var handle = account.Self.Handle.ToLowerInvariant();
        var tokens = Tokenizer.Split(post.Text);
        var handles = tokens.Where(token => token.Kind == TokenKind.Handle).ToList();
        var first = tokens.FirstOrDefault(token => token.Kind != TokenKind.Mark);
        return new Utterance(
            post.Text,
            StreamOf(tokens, handle),
            tokens.Count(token => token.Kind is TokenKind.Word or TokenKind.Number or TokenKind.Hashtag),
            handles.Count(token => token.Text != handle),
            tokens.Count(token => token.Kind == TokenKind.Link),
            tokens.Count(token => token.Kind == TokenKind.Hashtag),
            post.Parent is { } parent && parent.Author.UserId == account.Self.UserId,
            first.Kind == TokenKind.Handle && first.Text == handle,
            first.Kind == TokenKind.Handle && first.Text != handle,
            Quotes(post.Text, tokens, handle));
    }

    private static List<string> StreamOf(IReadOnlyList<Token> tokens, string handle)
    {
        var stream = new List<string>(tokens.Count + 4);
        var sentence = true;
        foreach (var token in tokens)
        {
            if (token.Kind == TokenKind.Mark)
                sentence |= token.Text is "." or "!" or "?" or "\n" or "…" or ":";
            else if (sentence && token.Kind != TokenKind.Handle)
            {
                stream.Add("^");
                sentence = false;
            }
            if (Word(token, handle) is { } word)
                stream.Add(word);
        }
        return stream;
    }

    private static string? Word(Token token, string handle) => token.Kind switch
    {
        TokenKind.Handle => token.Text == handle ? "@us" : "@other",
        TokenKind.Link => "<link>",
        TokenKind.Mark => token.Text == "?" ? "?" : null,
        _ => token.Text,
    };

    // “@theatre: doors open …” repeats our own post
    private static bool Quotes(string text, IReadOnlyList<Token> tokens, string handle) =>
        tokens.Any(token => token.Kind == TokenKind.Handle && token.Text == handle && token.End < text.Length && text[token.End] == ':'
            && token.Start > 0 && text[token.Start - 1] is '"' or '“' or '”' or ' ');
}
