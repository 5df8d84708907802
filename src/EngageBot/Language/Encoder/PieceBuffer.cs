using System.Text;

namespace EngageBot.Language.Encoder;

/// <summary>What cutting a text into pieces works with; it grows to the longest text seen and is used again.</summary>
internal sealed class PieceBuffer(LetterForms forms)
{
    private char[] clean = new char[512];
    private char[] normal = new char[1024];

    public char[] Symbols { get; private set; } = new char[1024];

    /// <summary>The best score up to each symbol; 0 also says that no piece has reached it yet.</summary>
    public double[] Scores { get; private set; } = new double[1025];

    /// <summary>The piece that ends at each symbol on the best way.</summary>
    public int[] Last { get; private set; } = new int[1025];

    public int[] Ids { get; private set; } = new int[1025];

    public void MakeRoom(int symbols)
    {
        if (symbols <= Symbols.Length)
            return;
        Symbols = new char[symbols];
        Scores = new double[symbols + 1];
        Last = new int[symbols + 1];
        Ids = new int[symbols + 1];
    }

    /// <summary>The text in normal form C of compatibility; halves of surrogate pairs become U+FFFD.</summary>
    public ReadOnlySpan<char> Normalize(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text))
            return text;
        if (forms.TryNormalize(text, normal, out var length))
            return normal.AsSpan(0, length);
        var whole = Mend(text);
        while (!whole.TryNormalize(normal, out length, NormalizationForm.FormKC))
            normal = new char[normal.Length * 2];
        return normal.AsSpan(0, length);
    }

    private ReadOnlySpan<char> Mend(ReadOnlySpan<char> text)
    {
        if (clean.Length < text.Length)
            clean = new char[text.Length];
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
            length += rune.EncodeToUtf16(clean.AsSpan(length));
        return clean.AsSpan(0, length);
    }
}
