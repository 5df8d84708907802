using EngageBot.Language;
using EngageBot.Model;

namespace EngageBot.Reading;

/// <summary>A mention as the rules see it: its words in order, and how it is turned towards us.</summary>
/// <param name="Stream">
/// Words as written in the cue files: <c>^</c> before each sentence, <c>@us</c>, <c>@other</c>, <c>&lt;link&gt;</c>, <c>?</c>.
/// </param>
/// <param name="Tokens">The pieces of the text.</param>
/// <param name="Places">For each word of the stream the piece it is, for <c>^</c> the piece that follows.</param>
/// <param name="Us">The handle taken for ours: the account's own or, where the text does not have it, the first.</param>
/// <param name="AnswersUs">Whether it replies to a post of ours.</param>
/// <param name="SpeaksToUsFirst">Whether it opens with our handle.</param>
/// <param name="SpeaksToOthersFirst">Whether it opens with somebody else's handle.</param>
/// <param name="ClosesWithUs">Whether our handle is the last word, as in a call across the street.</param>
internal sealed record Utterance(
    IReadOnlyList<string> Stream,
    IReadOnlyList<Token> Tokens,
    IReadOnlyList<int> Places,
    string Us,
    int Words,
    int Others,
    int Links,
    int Hashtags,
    bool AnswersUs,
    bool SpeaksToUsFirst,
    bool SpeaksToOthersFirst,
    bool ClosesWithUs,
    bool SaysYou,
    bool AsksSomething,
    bool QuotesUs)
{
    // a question mark alone, without a question word or a "you", may only wonder aloud
    private static readonly HashSet<string> Askers = Turns("asks");
    private static readonly HashSet<string> LeadIns = Turns("leads in");
    private static readonly HashSet<string> Yous = Turns("you");
    private static readonly HashSet<string> Hellos = Turns("hello");

    /// <summary>Whether questions begin with this word; one letter alone does not tell.</summary>
    public static bool BeginsQuestion(string word) => word.Length > 1 && Askers.Contains(word);

    public static Utterance Of(Post post, Account account)
    {
        var tokens = Tokenizer.Split(post.Text);
        var handles = tokens.Where(token => token.Kind == TokenKind.Handle).ToList();
        var own = account.Self.Handle.ToLowerInvariant();
        var handle = post.Parent is not null || handles.Count == 0 || handles.Exists(token => token.Text == own) ? own : handles[0].Text;
        var first = tokens.FirstOrDefault(token => token.Kind != TokenKind.Mark && !Hellos.Contains(token.Text));
        var (stream, places) = StreamOf(tokens, handle);
        return new Utterance(
            stream,
            tokens,
            places,
            handle,
            tokens.Count(token => token.Kind is TokenKind.Word or TokenKind.Number or TokenKind.Hashtag),
            handles.Count(token => token.Text != handle),
            tokens.Count(token => token.Kind == TokenKind.Link),
            tokens.Count(token => token.Kind == TokenKind.Hashtag),
            post.Parent is { } parent && parent.Author.UserId == account.Self.UserId,
            first.Kind == TokenKind.Handle && first.Text == handle,
            first.Kind == TokenKind.Handle && first.Text != handle,
            ClosesWith(tokens, handle),
            stream.Exists(Yous.Contains),
            Asks(stream),
            Quotes(post.Text, tokens, handle));
    }

    private static (List<string> Stream, List<int> Places) StreamOf(IReadOnlyList<Token> tokens, string handle)
    {
        var (stream, places) = (new List<string>(tokens.Count + 4), new List<int>(tokens.Count + 4));
        var sentence = true;
        for (var place = 0; place < tokens.Count; place++)
        {
            var token = tokens[place];
            if (token.Kind == TokenKind.Mark)
                sentence |= token.Text is "." or "!" or "?" or "\n" or "…" or ":";
            else if (sentence && token.Kind != TokenKind.Handle)
            {
                Add("^", place);
                sentence = false;
            }
            if (Word(token, handle) is { } word)
                Add(word, place);
        }
        return (stream, places);

        void Add(string word, int place)
        {
            stream.Add(word);
            places.Add(place);
        }
    }

    private static string? Word(Token token, string handle) => token.Kind switch
    {
        TokenKind.Handle => token.Text == handle ? "@us" : "@other",
        TokenKind.Link => "<link>",
        TokenKind.Mark => token.Text == "?" ? "?" : null,
        _ => token.Text,
    };

    private static bool Asks(List<string> stream)
    {
        var open = false;
        for (var index = 0; index < stream.Count; index++)
        {
            if (stream[index] == "^")
                open = BeginsQuestion(stream, index + 1);
            else if (Yous.Contains(stream[index]))
                open = true;
            else if (stream[index] == "?" && open)
                return true;
        }
        return false;
    }

    private static bool BeginsQuestion(List<string> stream, int index)
    {
        while (index < stream.Count && (LeadIns.Contains(stream[index]) || stream[index].StartsWith('@')))
            index++;
        return index < stream.Count && Askers.Contains(stream[index]);
    }

    private static bool ClosesWith(IReadOnlyList<Token> tokens, string handle)
    {
        var last = tokens.Count - 1;
        while (last > 0 && tokens[last].Kind is TokenKind.Mark or TokenKind.Emoji)
            last--;
        return last > 0 && tokens[last].Kind == TokenKind.Handle && tokens[last].Text == handle && tokens[last - 1].Kind != TokenKind.Handle;
    }

    // “@theatre: doors open …” repeats our own post
    private static bool Quotes(string text, IReadOnlyList<Token> tokens, string handle) =>
        tokens.Any(token => token.Kind == TokenKind.Handle && token.Text == handle && token.End < text.Length && text[token.End] == ':'
            && token.Start > 0 && text[token.Start - 1] is '"' or '“' or '”' or ' ');

    private static HashSet<string> Turns(string name) =>
        WordFile.Lines("Reading.Languages.turns.txt").Select(WordFile.HeadAndBody).Where(line => line.Head == name)
            .SelectMany(line => WordFile.Items(line.Body)).ToHashSet(StringComparer.Ordinal);
}
