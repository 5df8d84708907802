using System.Buffers;
using EngageBot.Language.Encoder;

namespace EngageBot.Language.Search;

/// <summary>
/// Finds the entries that a question may be answered by: by words, by pieces of words and, with an encoder, by meaning. Never
/// changes; any number of threads may ask it.
/// </summary>
internal sealed class SearchIndex
{
    // By meaning only the best by letters are compared, and a sample says what is usual: that bounds a question's cost at any size,
    // and what is found never depends on how many vectors have been made.
    private const int Candidates = 48;
    private const int Sample = 256;
    // a word or two mean little alone, and their letters say more
    private const float MeaningOfAWord = 0.25f;
    private const int MostWords = 10;

    private readonly int[] owners;
    private readonly int[] firsts;
    private readonly WordIndex words;
    private readonly GramIndex grams;
    private readonly MeaningIndex? meaning;

    public SearchIndex(IReadOnlyList<SearchEntry> entries, SentenceEncoder? encoder = null)
    {
        var phrasings = entries.SelectMany(entry => entry.Phrasings).ToList();
        owners = [.. entries.SelectMany((entry, place) => entry.Phrasings.Select(_ => place))];
        firsts = new int[entries.Count + 1];
        for (var place = 0; place < entries.Count; place++)
            firsts[place + 1] = firsts[place] + entries[place].Phrasings.Count;
        // the question weighs twice: the answer says many things, the question what it is about
        words = new WordIndex([.. phrasings.Select((phrasing, document) => $"{phrasing} {phrasing} {entries[owners[document]].Text}")]);
        grams = new GramIndex(phrasings, [.. entries.Select(entry => $"{string.Join(' ', entry.Phrasings)} {entry.Text}")]);
        meaning = encoder is null ? null : new MeaningIndex(phrasings, encoder);
    }

    /// <summary>From this score on an entry answers the question rather than none does: four in five are then right among a hundred entries, seven in ten among thousands.</summary>
    public const double Sure = 0.6;

    public int Count => firsts.Length - 1;

    /// <summary>Makes the vectors that questions would have to wait for; the hits are the same without.</summary>
    public void WarmUp(CancellationToken cancellationToken) => meaning?.WarmUp(cancellationToken);

    /// <summary>Best first; entries that share nothing with the question are none of them.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="may">Which entries may be found, by their place; null for all.</param>
    public IReadOnlyList<SearchHit> Search(string question, int most, Func<int, bool>? may = null)
    {
        var ranking = Rank(question, Math.Max(most, Candidates), may);
        if (ranking.Count == 0)
            return [];
        var chance = (meaning is null ? Certainty.ByLetters : Certainty.ByMeaning).Of(ranking, Count);
        return [.. ranking.Take(most).Select(entry => new SearchHit(entry.Place, chance * Certainty.Rest(ranking[0].Height - entry.Height)))];
    }

    /// <summary>The entries nearest to a question, best first.</summary>
    public IReadOnlyList<Ranked> Rank(string question, int most, Func<int, bool>? may = null)
    {
        var room = ArrayPool<float>.Shared.Rent(2 * (Count + owners.Length));
        try
        {
            var byWords = room.AsSpan(0, Count);
            var byGrams = room.AsSpan(Count, Count);
            var weight = ScoreLetters(question, byWords, byGrams, room.AsSpan(2 * Count, 2 * owners.Length));
            Forget(byWords, byGrams, may);
            var ranking = RankLetters(byWords, byGrams, weight, Math.Min(most, Count));
            if (meaning is not null)
                AddMeaning(meaning, question, ranking);
            return ranking;
        }
        finally
        {
            ArrayPool<float>.Shared.Return(room);
        }
    }

    /// <summary>The score of an entry is that of its best phrasing; returns what the question's words weigh.</summary>
    private float ScoreLetters(string question, Span<float> byWords, Span<float> byGrams, Span<float> room)
    {
        room.Clear();
        byWords.Clear();
        byGrams.Clear();
        var documentWords = room[..owners.Length];
        var documentGrams = room[owners.Length..];
        var weight = words.Score(question, documentWords);
        grams.Score(question, documentGrams);
        for (var document = 0; document < owners.Length; document++)
        {
            ref var word = ref byWords[owners[document]];
            ref var gram = ref byGrams[owners[document]];
            (word, gram) = (Math.Max(word, documentWords[document]), Math.Max(gram, documentGrams[document]));
        }
        return Math.Max(weight, 1e-3f);
    }

    // what may not be found must not make what may be look usual
    private static void Forget(Span<float> byWords, Span<float> byGrams, Func<int, bool>? may)
    {
        for (var place = 0; may is not null && place < byWords.Length; place++)
            if (!may(place))
                byWords[place] = byGrams[place] = 0;
    }

    private static Ranked[] RankLetters(ReadOnlySpan<float> byWords, ReadOnlySpan<float> byGrams, float weight, int most)
    {
        var (usualWords, usualGrams) = (Spread.Of(byWords), Spread.Of(byGrams));
        var closest = new Closest(most);
        for (var place = 0; place < byWords.Length; place++)
            if (byWords[place] + byGrams[place] > 0)
                closest.Offer(new Ranked(place, usualWords.Standardise(byWords[place]) + usualGrams.Standardise(byGrams[place]), byGrams[place], byWords[place] / weight));
        return closest.Found.ToArray();
    }

    private void AddMeaning(MeaningIndex index, string question, Span<Ranked> ranking)
    {
        var vector = index.VectorOf(question);
        Span<float> sample = stackalloc float[Math.Min(Sample, Count)];
        for (var number = 0; number < sample.Length; number++)
            sample[number] = Meaning(index, vector, (int)((long)number * Count / sample.Length));
        var usual = Spread.Of(sample);
        var weight = MeaningOfAWord * Math.Min(MostWords, question.AsSpan().Count(' ') + 1);
        foreach (ref var entry in ranking)
        {
            var likeness = Meaning(index, vector, entry.Place);
            entry = entry with { Height = entry.Height + (weight * usual.Standardise(likeness)), Meaning = likeness };
        }
        ranking.Sort((one, other) => (other.Height, one.Place).CompareTo((one.Height, other.Place)));
    }

    private float Meaning(MeaningIndex index, ReadOnlySpan<sbyte> question, int place)
    {
        var best = -1f;
        for (var document = firsts[place]; document < firsts[place + 1]; document++)
            best = Math.Max(best, index.Likeness(question, document));
        return best;
    }
}
