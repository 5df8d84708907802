namespace EngageBot.Language.Encoder;

/// <summary>The vectors of the last texts: reading a mention and searching answers to it ask for the same one.</summary>
internal sealed class RecentVectors
{
    private const int Places = 256;
    // long texts are rare, and keeping them would cost more than it saves
    private const int LongestText = 1000;

    private readonly string?[] texts = new string?[Places];
    private readonly float[] vectors = new float[Places * SentenceEncoder.Dimensions];
    private readonly Lock door = new();

    public bool TryGet(string text, Span<float> vector)
    {
        var place = PlaceOf(text);
        lock (door)
        {
            if (texts[place] != text)
                return false;
            VectorAt(place).CopyTo(vector);
            return true;
        }
    }

    public void Keep(string text, ReadOnlySpan<float> vector)
    {
        if (text.Length > LongestText)
            return;
        var place = PlaceOf(text);
        lock (door)
        {
            texts[place] = text;
            vector[..SentenceEncoder.Dimensions].CopyTo(VectorAt(place));
        }
    }

    private Span<float> VectorAt(int place) => vectors.AsSpan(place * SentenceEncoder.Dimensions, SentenceEncoder.Dimensions);

    private static int PlaceOf(string text) => (int)((uint)text.GetHashCode(StringComparison.Ordinal) % Places);
}
