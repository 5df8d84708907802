namespace EngageBot.Language.Identification;

/// <summary>Says which language a text is written in. Any number of threads may share one instance.</summary>
internal sealed class LanguageIdentifier(LanguageTable table)
{
    /// <summary>What nobody can tell.</summary>
    public const string Unknown = "und";

    /// <summary>How far the best language must lead to be named; a few words in one of two sisters do not reach it.</summary>
    public const double Enough = 7;

    // what the network says of a text, it says by its own guess, which is often wrong for short texts
    private const int HintWeight = 5 * LanguageTable.Unit;

    // a language that is not ours is believed unless what is written clearly speaks against it
    private const double AgainstStranger = 12;
    private const int FewestLetters = 3;
    private const double Certain = 99;

    private static readonly Lazy<LanguageIdentifier> Beside = new(() => new LanguageIdentifier(LanguageTableFile.Read(LanguageTableFile.Shipped)));

    /// <summary>With the table that lies beside the program, which is read once.</summary>
    /// <exception cref="LanguagesException">The table is missing or damaged.</exception>
    public static LanguageIdentifier Shipped => Beside.Value;

    /// <summary>An ISO 639-1 code, or <see cref="Unknown"/>.</summary>
    /// <param name="hint">What the network says, if anything.</param>
    public string LanguageOf(ReadOnlySpan<char> text, string? hint = null)
    {
        var code = CodeOf(hint);
        var guess = Guess(text, code);
        if (guess.Lead >= (code is null || IsKnown(code) ? Enough : AgainstStranger))
            return guess.Code;
        return code ?? Unknown;
    }

    /// <summary>The likeliest language and by how much it leads, as a difference of log likelihoods.</summary>
    public (string Code, double Lead) Guess(ReadOnlySpan<char> text, string? hint = null)
    {
        var runs = LetterRuns.Of(text, stackalloc char[LetterRuns.Most]);
        if (WritingSystems.LanguageOf(runs.System) is { } alone)
            return (alone, runs.Letters.Length > 1 ? Certain : 0);
        if (runs.Letters.Length <= FewestLetters)
            return (Unknown, 0);
        Span<int> scores = stackalloc int[table.Languages.Count];
        for (var language = 0; language < scores.Length; language++)
            scores[language] = table.Languages[language].Head + (table.Languages[language].Code == hint ? HintWeight : 0);
        table.Score(runs.Letters, scores);
        return Best(scores, runs.System);
    }

    private (string Code, double Lead) Best(ReadOnlySpan<int> scores, WritingSystem system)
    {
        var (best, second) = (-1, -1);
        for (var language = 0; language < scores.Length; language++)
        {
            if (table.Languages[language].System != system)
                continue;
            if (best < 0 || scores[language] > scores[best])
                (best, second) = (language, best);
            else if (second < 0 || scores[language] > scores[second])
                second = language;
        }
        return best < 0 ? (Unknown, 0) : (table.Languages[best].Code, (scores[best] - scores[second]) / (double)LanguageTable.Unit);
    }

    private bool IsKnown(string code) => table.Languages.Any(language => language.Code == code);

    // the network keeps three old or wider codes
    private static string? CodeOf(string? hint) => hint switch
    {
        "no" => "nb",
        "in" => "id",
        "iw" => "he",
        { Length: 2 } when hint.All(char.IsAsciiLetterLower) => hint,
        _ => null,
    };
}
