using EngageBot.Language.Encoder;
using EngageBot.Language.Search;

namespace EngageBot.Benchmarks.Answers;

/// <summary>Fits how sure a search may be: questions of public intents, put to a choice of them that holds their own or leaves it out.</summary>
internal static class CertaintyFit
{
    private const int Rounds = 14;
    private const int AskedEach = 60;
    private const int Most = 48;
    private static readonly string[] Sources = ["clinc150", "banking77", "hwu64"];
    private static readonly int[] Sizes = [5, 12, 25, 45, 80, 90, 90];

    public static Certainty Of(DirectoryInfo data, SentenceEncoder? encoder)
    {
        var random = new Random(7);
        var cases = Sources.SelectMany(source => Cases(Read(data, source, "train.tsv"), Read(data, source, "dev.tsv"), encoder, random)).ToList();
        var weights = Logistic.Fit(cases);
        return new Certainty(weights[0], weights[1], weights[2], weights[3], weights[4], weights[5], weights[6]);
    }

    private static IEnumerable<(double[] Signs, bool IsRight)> Cases(ILookup<string, string> known, ILookup<string, string> asked, SentenceEncoder? encoder, Random random)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var size = (int)Math.Min(known.Count * 0.6, Sizes[round % Sizes.Length]);
            var intents = known.Select(intent => intent.Key).Shuffle(random).Take(size).ToList();
            var index = new SearchIndex([.. intents.Select(intent => new SearchEntry(intent, [.. known[intent].Shuffle(random).Take(1 + (round % 4))], ""))], encoder);
            foreach (var within in new[] { true, false })
                foreach (var (intent, text) in asked.Where(group => intents.Contains(group.Key) == within).SelectMany(group => group.Select(text => (group.Key, text))).Shuffle(random).Take(AskedEach))
                    if (index.Rank(text, Most) is { Count: > 0 } ranking)
                        yield return (Signs(ranking, size), intents[ranking[0].Place] == intent);
        }
    }

    private static double[] Signs(IReadOnlyList<Ranked> ranking, int size) =>
        [ranking[0].Grams, Math.Log(size), ranking.Count > 1 ? ranking[0].Height - ranking[1].Height : 0, ranking[0].Height, ranking[0].Cover, ranking[0].Meaning, 1];

    private static IEnumerable<T> Shuffle<T>(this IEnumerable<T> items, Random random)
    {
        var all = items.ToArray();
        random.Shuffle(all);
        return all;
    }

    private static ILookup<string, string> Read(DirectoryInfo data, string source, string file) =>
        File.ReadLines(Path.Combine(data.FullName, source, file)).Select(line => line.Split('\t')).ToLookup(fields => fields[0], fields => fields[1]);
}
