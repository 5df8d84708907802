namespace EngageBot.Language.Encoder;

/// <summary>The vectors of the last texts: reading a mention and searching answers to it ask for the same one.</summary>
internal sealed class RecentVectors
{
    private const int Places = 256;
    // long texts are rare, and keeping them would cost more than it saves
    private const int LongestText = 1000;

    private readonly string?[] texts = new string?[Places];
    private readonly float[] vectors = new float[Places * SentenceEncoder.Dimensions];
    private readonly float[] traits = new float[Places * SentenceEncoder.Traits];
    private readonly Lock door = new();

    public bool TryGet(string text, Span<float> vector, Span<float> noticed)
    {
        var place = PlaceOf(text);
        lock (door)
        {
            if (texts[place] != text)
                return false;
            VectorAt(place).CopyTo(vector);
            if (!noticed.IsEmpty)
                TraitsAt(place).CopyTo(noticed);
            return true;
        }
    }

    public void Keep(string text, ReadOnlySpan<float> vector, ReadOnlySpan<float> noticed)
    {
        if (text.Length > LongestText)
            return;
        var place = PlaceOf(text);
        lock (door)
        {
            texts[place] = text;
            vector[..SentenceEncoder.Dimensions].CopyTo(VectorAt(place));
            noticed.CopyTo(TraitsAt(place));
        }
    }

    private Span<float> VectorAt(int place) => vectors.AsSpan(place * SentenceEncoder.Dimensions, SentenceEncoder.Dimensions);

    private Span<float> TraitsAt(int place) => traits.AsSpan(place * SentenceEncoder.Traits, SentenceEncoder.Traits);

    private static int PlaceOf(string text) => (int)((uint)text.GetHashCode(StringComparison.Ordinal) % Places);
}
