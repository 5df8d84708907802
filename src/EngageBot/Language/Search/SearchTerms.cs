namespace EngageBot.Language.Search;

/// <summary>Cuts text into the stems that word search compares: "tickets" finds "ticket", and "the" finds nothing.</summary>
internal static class SearchTerms
{
    private static readonly HashSet<string> Light = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "and", "or", "but", "if", "so", "as", "than", "then", "to", "of", "in", "on", "at", "by", "for", "from", "with",
        "into", "about", "is", "are", "am", "was", "were", "be", "been", "being", "do", "does", "did", "has", "have", "had", "will", "would",
        "can", "could", "should", "may", "might", "must", "shall", "i", "i'm", "i've", "you", "your", "he", "she", "it", "it's", "its", "we",
        "they", "them", "their", "me", "my", "our", "us", "his", "her", "this", "that", "these", "those", "there", "what", "which", "who",
        "how", "when", "where", "why", "what's", "not", "no", "don't", "just", "any", "some", "please", "pls", "hi", "hello", "hey", "ok",
        "der", "die", "das", "ist", "sind", "ein", "eine", "ich", "wir", "und", "zu", "es", "mit", "bitte", "hallo",
        "le", "la", "les", "un", "une", "je", "vous", "et", "est", "de", "des", "du", "bonjour", "el", "los", "las", "una", "y", "en", "por", "hola",
    };

    /// <summary>In reading order, with repetitions; all words when there is nothing but light ones.</summary>
    public static List<string> Of(string text)
    {
        var words = new List<string>();
        var heavy = 0;
        foreach (var token in Tokenizer.Split(text))
        {
            if (token.Kind is not (TokenKind.Word or TokenKind.Number or TokenKind.Hashtag))
                continue;
            var isLight = Light.Contains(token.Text);
            if (heavy > 0 && isLight)
                continue;
            if (heavy == 0 && !isLight)
                words.Clear();
            heavy += isLight ? 0 : 1;
            words.Add(isLight ? token.Text : Stem(token.Text));
        }
        return words;
    }

    /// <summary>Without the endings that change a word's form but hardly what it means.</summary>
    public static string Stem(string word)
    {
        if (word.EndsWith("'s", StringComparison.Ordinal))
            word = word[..^2];
        if (word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal))
            return $"{word.AsSpan(0, word.Length - 3)}y";
        if (word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal))
            return Undouble(word[..^3]);
        if (word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal))
            return Undouble(word[..^2]);
        if (word.Length > 4 && word.EndsWith("es", StringComparison.Ordinal))
            return word[..^2];
        if (word.Length > 3 && word[^1] == 's' && word[^2] != 's')
            return WithoutE(word[..^1]);
        return WithoutE(word);
    }

    // "book", "booking"; "stop", "stopped"
    private static string Undouble(string stem) => stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's') ? stem[..^1] : stem;

    // "close", "closes", "closing" meet in "clos"
    private static string WithoutE(string stem) => stem.Length > 4 && stem[^1] == 'e' ? stem[..^1] : stem;
}
