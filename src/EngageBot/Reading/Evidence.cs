using EngageBot.Model;

namespace EngageBot.Reading;

/// <summary>What speaks for each intent. Of several finds the strongest counts full and the others a quarter.</summary>
internal sealed class Evidence
{
    private const double Further = 0.25;

    private readonly double[] strongest = new double[(int)Intent.Unsure];
    private readonly double[] sums = new double[(int)Intent.Unsure];
    private readonly List<(Intent Intent, double Weight, string Reason)> finds = [];

    public void Add(Intent intent, double weight, string reason)
    {
        if (finds.Exists(find => find.Intent == intent && find.Reason == reason))
            return;
        finds.Add((intent, weight, reason));
        sums[(int)intent] += weight;
        strongest[(int)intent] = Math.Max(strongest[(int)intent], weight);
    }

    public double For(Intent intent) =>
        strongest[(int)intent] + ((sums[(int)intent] - strongest[(int)intent]) * (sums[(int)intent] < strongest[(int)intent] ? 1 : Further));

    /// <summary>The strongest reasons for an intent, at most three.</summary>
    public IReadOnlyList<string> ReasonsFor(Intent intent) =>
        [.. finds.Where(find => find.Intent == intent && find.Weight > 0).OrderByDescending(find => find.Weight).Take(3).Select(find => find.Reason)];
}
