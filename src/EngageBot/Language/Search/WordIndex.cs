using System.Runtime.InteropServices;

namespace EngageBot.Language.Search;

/// <summary>BM25: documents that share a question's words score, rare words and short documents more.</summary>
internal sealed class WordIndex
{
    private const double K = 1.2;
    private const double B = 0.75;

    private readonly Dictionary<string, int> terms = new(StringComparer.Ordinal);
    private readonly Postings postings;
    private readonly int documents;

    public WordIndex(IReadOnlyList<string> texts)
    {
        documents = texts.Count;
        var lengths = new int[documents];
        var entries = new List<Posting>();
        for (var document = 0; document < documents; document++)
        {
            var words = SearchTerms.Of(texts[document]);
            lengths[document] = words.Count;
            foreach (var (word, count) in words.CountBy(word => word, StringComparer.Ordinal))
                entries.Add(new Posting(IdOf(word), document, count));
        }
        postings = new Postings(terms.Count, entries);
        var average = Math.Max(1, lengths.DefaultIfEmpty(1).Average());
        postings.Reweigh(posting => (float)(Rarity(posting.Term) * posting.Weight * (K + 1)
            / (posting.Weight + (K * (1 - B + (B * lengths[posting.Document] / average))))));
    }

    /// <summary>Adds each document's likeness to its place in <paramref name="scores"/>; returns how much the question's words weigh together.</summary>
    public float Score(string question, Span<float> scores)
    {
        var words = SearchTerms.Of(question);
        var weight = 0.0;
        for (var index = 0; index < words.Count; index++)
        {
            if (words.IndexOf(words[index]) < index)
                continue;
            var known = terms.TryGetValue(words[index], out var term);
            weight += known ? Rarity(term) : Rarity(documentsWithIt: 0);
            if (known)
                postings.AddTo(scores, term, 1);
        }
        return (float)weight;
    }

    private double Rarity(int term) => Rarity((double)postings.CountOf(term));

    private double Rarity(double documentsWithIt) => Math.Log(1 + ((documents - documentsWithIt + 0.5) / (documentsWithIt + 0.5)));

    private int IdOf(string word)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(terms, word, out var known);
        return known ? id : id = terms.Count - 1;
    }
}
