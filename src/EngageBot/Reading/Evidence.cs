using EngageBot.Model;

namespace EngageBot.Reading;

/// <summary>What speaks for each intent. Of several finds the strongest counts full and the others a quarter.</summary>
internal sealed class Evidence
{
    private const double Further = 0.25;

    private readonly double[] strongest = new double[(int)Intent.Unsure];
    private readonly double[] sums = new double[(int)Intent.Unsure];
    private readonly List<Find> finds = [];

    public void Add(Find find)
    {
        if (finds.Exists(other => other.Intent == find.Intent && other.Name == find.Name))
            return;
        finds.Add(find);
        sums[(int)find.Intent] += find.Weight;
        strongest[(int)find.Intent] = Math.Max(strongest[(int)find.Intent], find.Weight);
    }

    public double For(Intent intent) =>
        strongest[(int)intent] + ((sums[(int)intent] - strongest[(int)intent]) * (sums[(int)intent] < strongest[(int)intent] ? 1 : Further));

    /// <summary>What speaks for an intent, the strongest first.</summary>
    public IEnumerable<Find> FindsFor(Intent intent) =>
        finds.Where(find => find.Intent == intent && find.Weight > 0).OrderByDescending(find => find.Weight);
}
