using System.Collections.Concurrent;
using EngageBot.Language.Encoder;
using EngageBot.Language.Features;
using EngageBot.Language.Heads;
using EngageBot.Model;

namespace EngageBot.Reading;

/// <summary>The learned half of reading: words, sentence vector and the signs of the rules, weighed by calibrated heads.</summary>
internal sealed class IntentHeads(HeadSet set, SentenceEncoder encoder)
{
    /// <summary>How much the sentence vector weighs beside the words, which have unit length.</summary>
    public const float VectorWeight = 1.5f;

    public const int DenseLength = SentenceEncoder.Dimensions + SignRow.Length;

    // in order of urgency, each asked only of what the earlier ones left
    public static readonly string[] Names = ["abuse", "spam", "complaint", "asks", "curiosity", "thanks", "chat"];

    private readonly int[] places = [.. Names.Select(name => set.Heads[name])];
    private readonly ConcurrentBag<Scratch> idle = [];

    /// <summary>The weights that lie beside the program.</summary>
    /// <exception cref="HeadsException">They are missing or damaged.</exception>
    public static HeadSet LoadShipped() =>
        HeadsFile.Read(Path.Combine(AppContext.BaseDirectory, "Language", "Heads", "Weights", "mentions.bin"));

    public IntentChances Weigh(Glance mention)
    {
        var scratch = idle.TryTake(out var used) ? used : new Scratch(set.Heads.Count);
        Fill(mention, scratch.Bag, scratch.Dense, encoder);
        set.Score(scratch.Bag, scratch.Dense, scratch.Scores);
        var chances = new IntentChances(places.Select(place => set.Heads.Calibrations[place].Of(scratch.Scores[place])).ToArray());
        idle.Add(scratch);
        return chances;
    }

    /// <summary>Writes the features of a mention; learning and reading must see the same.</summary>
    public static void Fill(Glance mention, GramBag bag, Span<float> dense, SentenceEncoder encoder)
    {
        bag.Clear();
        GramReader.Read(PlainText.ForGrams(mention.Text), bag);
        var vector = dense[..SentenceEncoder.Dimensions];
        if (Understands(mention.Language))
            encoder.Encode(PlainText.ForEncoder(mention.Text), vector);
        else
            vector.Clear();
        for (var index = 0; index < vector.Length; index++)
            vector[index] *= VectorWeight;
        SignRow.Fill(mention.Utterance, mention.Evidence, dense[SentenceEncoder.Dimensions..]);
    }

    /// <summary>The words that pull a mention most towards an intent.</summary>
    public IReadOnlyList<string> StrongestWords(Utterance mention, Intent intent)
    {
        var (head, sign) = intent switch
        {
            Intent.Question or Intent.Curiosity => (places[3], 1),
            Intent.Thanks => (places[5], 1),
            Intent.Chat => (places[6], 1),
            Intent.Aside => (places[6], -1),
            _ => (places[(int)intent], 1),
        };
        return
        [
            .. mention.Stream.Where(word => word.Length > 4 && char.IsLetter(word[0])).Distinct()
                .Select(word => (Word: word, Pull: sign * set.PullOf(GramReader.Word(word), head)))
                .Where(word => word.Pull > 0.1).OrderByDescending(word => word.Pull).Take(2).Select(word => word.Word),
        ];
    }

    /// <summary>Whether the encoder knows the language: English, and what is too short to tell, which is mostly English too.</summary>
    public static bool Understands(string language) => language is "en" or "und";

    private sealed class Scratch(int heads)
    {
        public GramBag Bag { get; } = new();

        public float[] Dense { get; } = new float[DenseLength];

        public float[] Scores { get; } = new float[heads];
    }
}
