using EngageBot.Model;

namespace EngageBot.Library.Voice;

/// <summary>What a mention asked for, and so may be told without selling.</summary>
/// <param name="Price">What it costs, or whether it is cheaper or free.</param>
/// <param name="Way">Where and how to get it: a link, a booking, a list.</param>
/// <param name="Anything">They asked a question of us, so that plain facts are an answer.</param>
internal readonly record struct Asked(bool Price, bool Way, bool Anything)
{
    public static Asked In(LintContext context, Speech? mention, PhraseBook book)
    {
        // a template for questions: any of them may be asked
        if (mention is null)
            return context.Intent == Intent.Question ? new Asked(true, true, true) : default;
        var found = new Findings();
        book.Find(mention, found);
        var asks = context.Intent == Intent.Question || found.Has("asks") || mention.Text.Contains('?', StringComparison.Ordinal);
        return asks ? new Asked(found.Has("asks-price"), found.Has("asks-way"), context.Intent is null or Intent.Question) : default;
    }
}
