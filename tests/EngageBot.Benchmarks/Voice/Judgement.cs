using EngageBot.Benchmarks.Figures;

namespace EngageBot.Benchmarks.Voice;

/// <summary>Who was warned of, beside who should have been.</summary>
internal sealed class Judgement(IReadOnlyList<(bool Should, bool Did)> cases)
{
    private const int Rounds = 2000;

    public static Judgement Of(IEnumerable<LabelledReply> replies, Func<LabelledReply, bool> warns) => new([.. replies.Select(reply => (reply.Warn, warns(reply)))]);

    public double Precision => Ratio(cases, both => both.Did);

    public double Recall => Ratio(cases, both => both.Should);

    public double F1 => F1Of(cases);

    /// <summary>The middle 95 % of F1 over replies drawn again and again from these.</summary>
    public (double Low, double High) Interval()
    {
        var dice = new Random(1);
        var sample = new Sample(Enumerable.Range(0, Rounds).Select(_ => F1Of([.. Enumerable.Range(0, cases.Count).Select(_ => cases[dice.Next(cases.Count)])])));
        return (sample.Percentile(2.5), sample.Percentile(97.5));
    }

    private static double Ratio(IReadOnlyList<(bool Should, bool Did)> cases, Func<(bool Should, bool Did), bool> of) =>
        cases.Count(of) is > 0 and var all ? (double)cases.Count(both => both is { Should: true, Did: true }) / all : 0;

    private static double F1Of(IReadOnlyList<(bool Should, bool Did)> cases) =>
        cases.Count(both => both.Should) + cases.Count(both => both.Did) is > 0 and var all ? 2.0 * cases.Count(both => both is { Should: true, Did: true }) / all : 0;
}
