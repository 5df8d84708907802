using EngageBot.Language;

namespace EngageBot.Library.Voice;

/// <summary>A text cut into words that know where a sentence or a clause begins.</summary>
internal sealed class Speech
{
    private const string SentenceEnds = ".!?…\n";
    private const string Dashes = "-–—";

    // what follows these may be an order: "and book", "so hurry", "now in stock"
    private static readonly HashSet<string> Joints = ["and", "so", "or", "then", "just", "now", "please", "simply", "&", "und", "oder", "dann", "jetzt", "bitte", "einfach"];

    public Speech(string text)
    {
        Text = text;
        Tokens = Tokenizer.Split(text);
        var words = new List<SpokenWord>(Tokens.Count);
        var (sentence, clause) = (true, true);
        foreach (var token in Tokens)
        {
            if (token.Kind is TokenKind.Word or TokenKind.Number)
            {
                words.Add(new SpokenWord(token.Text, token.Start, token.End, sentence, clause, token.Kind == TokenKind.Number, token.Kind == TokenKind.Number && Money.IsPrice(text, token.Start, token.End)));
                (sentence, clause) = (false, Joints.Contains(token.Text));
            }
            else if (token.Kind == TokenKind.Mark)
            {
                sentence |= SentenceEnds.Contains(text[token.Start], StringComparison.Ordinal);
                clause |= !IsHyphen(text, token);
            }
            else
            {
                clause = true;
                sentence |= token.Kind is TokenKind.Emoji or TokenKind.Link;
            }
        }
        Words = words;
    }

    public string Text { get; }

    public IReadOnlyList<Token> Tokens { get; }

    public IReadOnlyList<SpokenWord> Words { get; }

    private static bool IsHyphen(string text, Token mark) =>
        Dashes.Contains(text[mark.Start], StringComparison.Ordinal)
        && mark.Start > 0 && mark.End < text.Length && char.IsLetterOrDigit(text[mark.Start - 1]) && char.IsLetterOrDigit(text[mark.End]);
}

/// <summary>A word or number as it was said.</summary>
internal readonly record struct SpokenWord(string Text, int Start, int End, bool OpensSentence, bool OpensClause, bool IsNumber, bool IsPrice);
