using System.Runtime.InteropServices;

namespace EngageBot.Language.Search;

/// <summary>Compares texts by the pieces of their words, which bears misspellings and other forms of a word: the cosine of TF-IDF.</summary>
internal sealed class GramIndex
{
    private readonly Dictionary<uint, int> grams = [];
    private readonly Postings postings;
    private readonly float[] rarity;
    private readonly float rarest;

    /// <param name="texts">What is compared.</param>
    /// <param name="talk">All that is said on the matter, so that what it is all about is known to be common even where few questions name it.</param>
    public GramIndex(IReadOnlyList<string> texts, IReadOnlyList<string> talk)
    {
        var entries = new List<Posting>();
        var weights = new Dictionary<uint, float>();
        for (var document = 0; document < texts.Count; document++)
        {
            Grams.Weigh(texts[document], weights);
            foreach (var (gram, weight) in weights)
                entries.Add(new Posting(IdOf(gram), document, weight));
        }
        postings = new Postings(grams.Count, entries);
        rarest = Rarity(0, talk.Count);
        rarity = [.. CountIn(talk, weights).Select(count => Rarity(count, talk.Count))];
        Normalise(texts.Count);
    }

    /// <summary>Adds the cosine of each document to its place in <paramref name="scores"/>.</summary>
    public void Score(string text, Span<float> scores)
    {
        var weights = new Dictionary<uint, float>(text.Length * 4);
        Grams.Weigh(text, weights);
        var square = 0f;
        foreach (var (gram, weight) in weights)
            square += Square(weight * (grams.TryGetValue(gram, out var id) ? rarity[id] : rarest));
        var length = MathF.Sqrt(square);
        foreach (var (gram, weight) in weights)
            if (grams.TryGetValue(gram, out var id))
                postings.AddTo(scores, id, weight * rarity[id] / length);
    }

    private int[] CountIn(IReadOnlyList<string> talk, Dictionary<uint, float> weights)
    {
        var counts = new int[grams.Count];
        foreach (var text in talk)
        {
            Grams.Weigh(text, weights);
            foreach (var gram in weights.Keys)
                if (grams.TryGetValue(gram, out var id))
                    counts[id]++;
        }
        return counts;
    }

    private void Normalise(int documents)
    {
        var squares = new float[documents];
        postings.Reweigh(posting =>
        {
            var weight = posting.Weight * rarity[posting.Term];
            squares[posting.Document] += Square(weight);
            return weight;
        });
        postings.Reweigh(posting => posting.Weight / MathF.Sqrt(squares[posting.Document]));
    }

    private static float Square(float number) => number * number;

    private static float Rarity(int count, int texts) => MathF.Log((1f + texts) / (1 + count)) + 1;

    private int IdOf(uint gram)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(grams, gram, out var known);
        return known ? id : id = grams.Count - 1;
    }
}
