using System.Collections.Frozen;

namespace EngageBot.Reading;

/// <summary>Which language a mention speaks: by its small words and telling letters, helped by the network's own guess.</summary>
internal static class LanguageGuess
{
    /// <summary>The languages we have words for.</summary>
    public static readonly string[] Known = ["en", "de", "fr", "es", "nl", "it", "pt"];

    private const double Hint = 1.2;
    private const double Enough = 1.0;

    private static readonly FrozenDictionary<string, int> Words = ReadWords();
    private static readonly (int Language, double Weight, string Letters)[] Letters = ReadLetters();

    /// <summary>An ISO 639-1 code, or <c>und</c> when nothing tells.</summary>
    public static string Of(Utterance mention, string? hint)
    {
        Span<double> scores = stackalloc double[Known.Length];
        foreach (var word in mention.Stream)
            if (Words.TryGetValue(word, out var languages))
                for (var language = 0; language < scores.Length; language++)
                    scores[language] += (languages >> language & 1) == 1 ? 1.0 / System.Numerics.BitOperations.PopCount((uint)languages) : 0;
        if (!IsDecided(scores))
            foreach (var (language, weight, letters) in Letters)
                foreach (var word in mention.Stream)
                    scores[language] += word.Contains(letters, StringComparison.Ordinal) ? 0.15 * weight : 0;
        var hinted = Array.IndexOf(Known, hint);
        if (hinted >= 0)
            scores[hinted] += Hint;
        var best = 0;
        for (var language = 1; language < scores.Length; language++)
            best = scores[language] > scores[best] ? language : best;
        return scores[best] >= Enough && !IsForeign(hint, hinted, scores[best]) ? Known[best] : IsCode(hint) ? hint! : "und";
    }

    // clear from the words alone: letters would only cost time
    private static bool IsDecided(ReadOnlySpan<double> scores)
    {
        var (best, second) = (0.0, 0.0);
        foreach (var score in scores)
            (best, second) = score > best ? (score, best) : (best, Math.Max(second, score));
        return best - second >= 3;
    }

    // the network names a language that we have no words for: our finds are chance unless there are many
    private static bool IsForeign(string? hint, int hinted, double score) => hinted < 0 && IsCode(hint) && score < 3;

    private static bool IsCode(string? hint) => hint is { Length: 2 } && hint.All(char.IsAsciiLetterLower);

    private static FrozenDictionary<string, int> ReadWords()
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in WordFile.Lines("Reading.Languages.words.txt"))
        {
            var (head, body) = WordFile.HeadAndBody(line);
            foreach (var word in WordFile.Items(body))
                words[word] = words.GetValueOrDefault(word) | 1 << Array.IndexOf(Known, head);
        }
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static (int Language, double Weight, string Letters)[] ReadLetters() =>
    [
        .. from line in WordFile.Lines("Reading.Languages.letters.txt")
           let parts = WordFile.HeadAndBody(line)
           let name = WordFile.NameAndWeight(parts.Head)
           from letters in WordFile.Items(parts.Body)
           select (Array.IndexOf(Known, name.Name), name.Weight, letters),
    ];
}
