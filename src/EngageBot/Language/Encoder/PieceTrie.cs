using System.Numerics;

namespace EngageBot.Language.Encoder;

/// <summary>The pieces as a tree of letters; a step down is one look into a flat table.</summary>
internal sealed class PieceTrie
{
    public const int Root = 0;
    public const int None = -1;

    // node and letter of a step in one number; 0 stands for an empty place, as no step bears the letter 0
    private readonly uint[] steps;
    private readonly ushort[] targets;
    private readonly int shift;
    private readonly List<short> pieces = [None];

    public PieceTrie(int letters)
    {
        var places = BitOperations.RoundUpToPowerOf2((uint)letters * 2);
        steps = new uint[places];
        targets = new ushort[places];
        shift = 32 - BitOperations.Log2(places);
    }

    /// <summary>A piece that is added twice keeps the later number.</summary>
    public void Add(string piece, short number)
    {
        var node = Root;
        foreach (var letter in piece)
            node = Next(node, letter) is not None and var next ? next : Grow(node, letter);
        pieces[node] = number;
    }

    public int Next(int node, char letter)
    {
        var step = ((uint)node << 16) | letter;
        for (var place = PlaceOf(step); steps[place] != 0; place = (place + 1) & (steps.Length - 1))
        {
            if (steps[place] == step)
                return targets[place];
        }
        return None;
    }

    public int PieceAt(int node) => pieces[node];

    private int Grow(int node, char letter)
    {
        var step = ((uint)node << 16) | letter;
        var place = PlaceOf(step);
        while (steps[place] != 0)
            place = (place + 1) & (steps.Length - 1);
        steps[place] = step;
        targets[place] = checked((ushort)pieces.Count);
        pieces.Add(None);
        return targets[place];
    }

    private int PlaceOf(uint step) => (int)((step * 2654435769u) >> shift);
}
