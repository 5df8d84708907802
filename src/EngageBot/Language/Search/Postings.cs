using System.Runtime.InteropServices;

namespace EngageBot.Language.Search;

/// <summary>For each term the documents that have it, with a weight; laid out flat, so that adding them up is one walk.</summary>
internal sealed class Postings
{
    private readonly int[] starts;
    private readonly int[] documents;
    private readonly float[] weights;

    public Postings(int terms, List<Posting> entries)
    {
        starts = new int[terms + 1];
        foreach (ref readonly var entry in CollectionsMarshal.AsSpan(entries))
            starts[entry.Term + 1]++;
        for (var term = 0; term < terms; term++)
            starts[term + 1] += starts[term];
        (documents, weights) = (new int[entries.Count], new float[entries.Count]);
        var next = starts.ToArray();
        foreach (ref readonly var entry in CollectionsMarshal.AsSpan(entries))
        {
            var place = next[entry.Term]++;
            (documents[place], weights[place]) = (entry.Document, entry.Weight);
        }
    }

    /// <summary>In how many documents a term stands.</summary>
    public int CountOf(int term) => starts[term + 1] - starts[term];

    /// <summary>Gives each posting another weight, while the index is made.</summary>
    public void Reweigh(Func<Posting, float> weigh)
    {
        for (var term = 0; term + 1 < starts.Length; term++)
            for (var place = starts[term]; place < starts[term + 1]; place++)
                weights[place] = weigh(new Posting(term, documents[place], weights[place]));
    }

    public void AddTo(Span<float> scores, int term, float factor)
    {
        var (start, length) = (starts[term], CountOf(term));
        var found = documents.AsSpan(start, length);
        var weight = weights.AsSpan(start, length);
        for (var place = 0; place < found.Length; place++)
            scores[found[place]] += weight[place] * factor;
    }
}

/// <summary>A term stands in a document.</summary>
internal readonly record struct Posting(int Term, int Document, float Weight);
