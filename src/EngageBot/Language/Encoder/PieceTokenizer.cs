namespace EngageBot.Language.Encoder;

/// <summary>Cuts a text into the pieces of the vocabulary along the likeliest way, with every quirk of the tokenizer the encoder learned with.</summary>
internal sealed class PieceTokenizer
{
    public const int Unknown = 0;

    // the numbers below it are reserved and stand for no piece of a text
    private const int FirstPiece = 6;
    private const char Blank = '\u2581';

    // a letter outside the basic plane, where the vocabulary has no piece
    private const char Beyond = '\uFFFF';

    private readonly PieceTrie trie;
    private readonly double[] scores;
    private readonly byte[] lengths;

    public PieceTokenizer(WeightsReader reader)
    {
        scores = new double[reader.Int32()];
        lengths = new byte[scores.Length];
        trie = new PieceTrie(reader.Int32());
        for (var id = 0; id < scores.Length; id++)
        {
            var piece = reader.Text();
            (scores[id], lengths[id]) = (reader.Double(), (byte)piece.Length);
            if (id >= FirstPiece)
                trie.Add(piece, (short)id);
        }
    }

    /// <summary>The numbers of all pieces, in reading order; they lie in the buffer until its next use.</summary>
    public ReadOnlySpan<int> Split(ReadOnlySpan<char> text, PieceBuffer buffer)
    {
        var normal = buffer.Normalize(text);
        if (normal.IsEmpty)
            return [];
        buffer.MakeRoom(normal.Length + 1);
        var symbols = buffer.Symbols.AsSpan(0, Symbols(normal, buffer.Symbols));
        FindBestWay(symbols, buffer.Scores, buffer.Last);
        return WalkBack(symbols.Length, buffer.Last, buffer.Ids);
    }

    private static int Symbols(ReadOnlySpan<char> text, Span<char> symbols)
    {
        symbols[0] = Blank;
        var count = 1;
        for (var index = 0; index < text.Length; index++)
        {
            var isPair = char.IsHighSurrogate(text[index]);
            symbols[count++] = isPair ? Beyond : text[index] == ' ' ? Blank : text[index];
            index += isPair ? 1 : 0;
        }
        return count;
    }

    // Two things look like slips and are none, for the encoder learned with them: an unknown symbol costs nothing, and a place
    // that no piece has reached starts new pieces all the same. The sums are doubles: floats would now and then choose another way.
    private void FindBestWay(ReadOnlySpan<char> symbols, double[] best, int[] last)
    {
        best.AsSpan(0, symbols.Length + 1).Clear();
        for (var start = 0; start < symbols.Length; start++)
        {
            var isKnown = false;
            var node = PieceTrie.Root;
            for (var end = start; end < symbols.Length && (node = trie.Next(node, symbols[end])) != PieceTrie.None; end++)
            {
                if (trie.PieceAt(node) is PieceTrie.None)
                    continue;
                isKnown = true;
                Offer(end + 1, best[start] + scores[trie.PieceAt(node)], trie.PieceAt(node));
            }
            if (!isKnown)
                Offer(start + 1, best[start], Unknown);
        }

        void Offer(int end, double score, int piece)
        {
            if (best[end] == 0 || score >= best[end])
                (best[end], last[end]) = (score, piece);
        }
    }

    // fills the numbers from behind; neighbours that are unknown become one
    private ReadOnlySpan<int> WalkBack(int end, int[] last, int[] ids)
    {
        var first = ids.Length;
        for (var place = end; place > 0; place -= lengths[last[place]])
        {
            var repeats = last[place] == Unknown && first < ids.Length && ids[first] == Unknown;
            if (!repeats)
                ids[--first] = last[place];
        }
        return ids.AsSpan(first);
    }
}
