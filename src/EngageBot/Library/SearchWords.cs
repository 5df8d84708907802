using EngageBot.Language;

namespace EngageBot.Library;

/// <summary>Cuts text into the word beginnings that search compares, so that "tickets" finds "ticket".</summary>
internal static class SearchWords
{
    private const int Stem = 6;

    private static readonly HashSet<string> Light =
    [
        "the", "a", "an", "is", "are", "am", "do", "does", "i", "we", "you", "your", "my", "our", "it", "in", "on", "of", "to",
        "for", "and", "or", "be", "was", "were", "have", "has", "me", "us", "that", "this", "at", "with", "from", "if", "so",
        "any", "there", "please", "pls", "hi", "hello", "hey", "just", "will", "would", "tonight", "tomorrow", "today", "they",
        "he", "she", "her", "his", "been", "but", "as", "not", "no", "ok", "still", "monday", "tuesday", "wednesday", "thursday",
        "friday", "saturday", "sunday", "night", "que", "ce", "pas", "il", "ma", "thanks", "thank", "can", "know", "bring",
        "left", "der", "die", "das", "ist", "sind", "ein", "eine", "ich", "wir", "ihr", "es", "und", "zu", "für", "im", "mit",
        "bitte", "hallo", "le", "la", "les", "un", "une", "je", "vous", "et", "est", "de", "des", "du", "bonjour", "el", "los",
        "las", "una", "y", "en", "por", "favor", "hola",
    ];

    public static HashSet<string> Of(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in Tokenizer.Split(text))
            if (token.Kind is TokenKind.Word or TokenKind.Number or TokenKind.Hashtag && !Light.Contains(token.Text))
                words.Add(StemOf(token.Text));
        return words;
    }

    public static string StemOf(string word) =>
        word.Length > Stem ? word[..Stem] : word.Length > 3 && word[^1] == 's' ? word[..^1] : word;
}
