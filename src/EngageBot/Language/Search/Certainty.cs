namespace EngageBot.Language.Search;

/// <summary>How sure it is that the best entry is what was asked for, and not that no entry is.</summary>
/// <param name="Grams">What likeness of letters says for it.</param>
/// <param name="Size">What each doubling or so of the entries says against it: among many, something always stands out.</param>
/// <param name="Gap">What it says that the next one is far behind.</param>
/// <param name="Height">What it says that it stands out from all.</param>
/// <param name="Cover">What it says how much of the question it shares.</param>
/// <param name="Meaning">What likeness of meaning says for it.</param>
internal sealed record Certainty(double Grams, double Size, double Gap, double Height, double Cover, double Meaning, double Start)
{
    // Logistic regressions, fitted on questions of CLINC150, BANKING77 and HWU64 put to a choice of their intents, half of them to a
    // choice that leaves their own intent out. The command "answers --fit" of the benchmarks makes them again.
    public static readonly Certainty ByLetters = new(4.09, -1.07, 0.11, 0.21, 1.5, 0, -1.09);
    public static readonly Certainty ByMeaning = new(0.01, -0.98, 0.14, 0.13, 1.13, 4.95, -2.65);

    // Fewer entries than it was fitted on do not tell which of their words are common talk: then it takes more to be sure.
    private const int Few = 8;

    /// <summary>The chance that the first of a ranking is right, 0 to 1.</summary>
    public double Of(IReadOnlyList<Ranked> ranking, int entries)
    {
        var gap = ranking.Count > 1 ? ranking[0].Height - ranking[1].Height : 0;
        var sum = Start + (Grams * ranking[0].Grams) + (Size * Math.Log(Math.Max(entries, Few))) + (Gap * gap) + (Height * ranking[0].Height)
            + (Cover * ranking[0].Cover) + (Meaning * ranking[0].Meaning);
        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>What part of the first one's chance is left for one that lies so much lower.</summary>
    public static double Rest(float gap) => Math.Exp(-gap / 4);
}
