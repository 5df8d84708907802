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

    /// <summary>The same for the traits of a text, whose lengths differ.</summary>
    public const float TraitWeight = 0.1f;

    /// <summary>Sentence vector and signs: what a house's own heads learn from too, and what likeness goes by.</summary>
    public const int DenseLength = SentenceEncoder.Dimensions + SignRow.Length;

    /// <summary>All numbers that the shipped heads see beside the words.</summary>
    public const int WholeLength = DenseLength + SentenceEncoder.Traits;

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
        var scratch = idle.TryTake(out var used) ? used : new Scratch(set.Scores);
        Weigh(mention, scratch);
        var welcome = Own?.Push(scratch.Bag, scratch.Dense, scratch.Odds) ?? 0;
        var chances = IntentSteps.ChancesOf(scratch.Odds, welcome);
        idle.Add(scratch);
        return chances;
    }

    /// <summary>What learning needs of a mention.</summary>
    public StudiedMention Study(Glance mention)
    {
        var scratch = idle.TryTake(out var used) ? used : new Scratch(set.Scores);
        Weigh(mention, scratch);
        var studied = new StudiedMention(mention, Language.Heads.Fitting.GramCounts.Of(scratch.Bag), scratch.Dense[..DenseLength], [.. scratch.Odds]);
        idle.Add(scratch);
        return studied;
    }

    private void Weigh(Glance mention, Scratch scratch)
    {
        Fill(mention, scratch.Bag, scratch.Dense, encoder);
        set.ScoreAll(scratch.Bag, scratch.Dense, scratch.Scores);
        IntentSteps.OddsOf(blend.Of(scratch.Scores), scratch.Odds);
    }

    /// <summary>Writes the features of a mention; learning and reading must see the same.</summary>
    public static void Fill(Glance mention, GramBag bag, Span<float> dense, SentenceEncoder encoder)
    {
        bag.Clear();
        GramReader.Read(PlainText.ForGrams(mention.Text, mention.Utterance.Us), bag);
        if (Understands(mention.Language))
            FillSense(mention.Text, dense, encoder);
        else
            dense.Clear();
        SignRow.Fill(mention.Utterance, mention.Evidence, dense[SentenceEncoder.Dimensions..DenseLength]);
    }

    private static void FillSense(string text, Span<float> dense, SentenceEncoder encoder)
    {
        var vector = dense[..SentenceEncoder.Dimensions];
        var traits = dense[DenseLength..];
        encoder.Encode(PlainText.ForEncoder(text), vector, traits);
        foreach (ref var number in vector)
            number *= VectorWeight;
        foreach (ref var trait in traits)
            trait *= TraitWeight;
    }

    /// <summary>How much further words pull towards an intent than towards any other; below zero they do not.</summary>
    /// <param name="withSense">Whether to ask the encoder too, which takes most of the time that a reading takes.</param>
    public float Lead(string words, Intent intent, bool withSense)
    {
        var scratch = idle.TryTake(out var used) ? used : new Scratch(set.Scores);
        scratch.Bag.Clear();
        GramReader.Read(PlainText.ForGrams(words), scratch.Bag);
        Array.Clear(scratch.Dense);
        if (withSense)
            FillSense(words, scratch.Dense, encoder);
        set.Score(scratch.Bag, scratch.Dense, scratch.Scores);
        var lead = float.PositiveInfinity;
        foreach (var place in places)
            if (place != places[(int)intent])
                lead = Math.Min(lead, scratch.Scores[places[(int)intent]] - scratch.Scores[place]);
        idle.Add(scratch);
        return lead;
    }

    /// <summary>Whether the encoder knows the language: English, and what is too short to tell, which is mostly English too.</summary>
    public static bool Understands(string language) => language is "en" or "und";

    private sealed class Scratch(int scores)
    {
        public GramBag Bag { get; } = new();

        public float[] Dense { get; } = new float[WholeLength];

        public float[] Scores { get; } = new float[scores];

        public float[] Odds { get; } = new float[IntentSteps.Names.Length];
    }
}
