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

    /// <summary>A head for each intent, in order of urgency.</summary>
    public static readonly string[] Names = [.. Enumerable.Range(0, (int)Intent.Unsure).Select(intent => Words.Of((Intent)intent))];

    private readonly int[] places = [.. Names.Select(name => set.Heads[name])];
    private readonly Blend blend = set.Blend ?? throw new HeadsException("The weights lack the numbers that weigh intents against each other; they belong to another version of the program.");
    private readonly ConcurrentBag<Scratch> idle = [];
    private volatile OwnHeads? own;

    /// <summary>Tells these shipped heads from others.</summary>
    public string Fingerprint { get; } = set.Fingerprint();

    /// <summary>What people taught; null reads as shipped. May be exchanged while others read.</summary>
    public OwnHeads? Own
    {
        get => own;
        set => own = value;
    }

    /// <summary>The weights that lie beside the program.</summary>
    /// <exception cref="HeadsException">They are missing or damaged.</exception>
    public static HeadSet LoadShipped() =>
        HeadsFile.Read(Path.Combine(AppContext.BaseDirectory, "Language", "Heads", "Weights", "mentions.bin"));

    public IntentChances Weigh(Glance mention)
    {
        var scratch = idle.TryTake(out var used) ? used : new Scratch(set.Heads.Count);
        Weigh(mention, scratch);
        var welcome = Own?.Push(scratch.Bag, scratch.Dense, scratch.Odds) ?? 0;
        var chances = IntentSteps.ChancesOf(scratch.Odds, welcome);
        idle.Add(scratch);
        return chances;
    }

    /// <summary>What learning needs of a mention.</summary>
    public StudiedMention Study(Glance mention)
    {
        var scratch = idle.TryTake(out var used) ? used : new Scratch(set.Heads.Count);
        Weigh(mention, scratch);
        var studied = new StudiedMention(mention, Language.Heads.Fitting.GramCounts.Of(scratch.Bag), [.. scratch.Dense], [.. scratch.Odds]);
        idle.Add(scratch);
        return studied;
    }

    private void Weigh(Glance mention, Scratch scratch)
    {
        Fill(mention, scratch.Bag, scratch.Dense, encoder);
        set.Score(scratch.Bag, scratch.Dense, scratch.Scores);
        IntentSteps.OddsOf(blend.Of(scratch.Scores), scratch.Odds);
    }

    /// <summary>Writes the features of a mention; learning and reading must see the same.</summary>
    public static void Fill(Glance mention, GramBag bag, Span<float> dense, SentenceEncoder encoder)
    {
        bag.Clear();
        GramReader.Read(PlainText.ForGrams(mention.Text, mention.Utterance.Us), bag);
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
        var taught = Own;
        var (step, sign) = intent switch
        {
            Intent.Question or Intent.Curiosity => (3, 1),
            Intent.Thanks => (5, 1),
            Intent.Chat => (6, 1),
            Intent.Aside => (6, -1),
            _ => ((int)intent, 1),
        };
        return
        [
            .. mention.Stream.Where(word => word.Length > 4 && char.IsLetter(word[0])).Distinct()
                .Select(word => (Word: word, Feature: GramReader.Word(word)))
                .Select(word => (word.Word, Pull: set.PullOf(word.Feature, places[(int)intent]) + (sign * (taught?.PullOf(word.Feature, step) ?? 0))))
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

        public float[] Odds { get; } = new float[IntentSteps.Names.Length];
    }
}
