using EngageBot.Language;

namespace EngageBot.Benchmarks.Voice;

/// <summary>What one would try first.</summary>
internal static class Baselines
{
    private static readonly HashSet<string> Words =
    [
        "book", "buy", "ticket", "tickets", "sale", "offer", "offers", "discount", "discounts", "free", "save", "deal", "deals", "now", "today",
        "exclusive", "limited", "hurry", "win", "code", "shop", "order", "subscribe", "newsletter", "amazing", "award-winning", "unmissable",
        "buchen", "kaufen", "karten", "rabatt", "angebot", "gratis", "jetzt", "sparen", "exklusiv", "newsletter", "gewinnen",
    ];

    public static bool HasLink(string reply) => Tokenizer.Split(reply).Any(token => token.Kind == TokenKind.Link);

    public static bool HasWord(string reply) => Tokenizer.Split(reply).Any(token => token.Kind == TokenKind.Word && Words.Contains(token.Text));
}
