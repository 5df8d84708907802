using System.Text.RegularExpressions;

namespace EngageBot.Desk.Shelves;

/// <summary>What changed between two texts, word by word.</summary>
internal static partial class WordDiff
{
    private const int MostWords = 1500;

    /// <summary>Long texts are compared line by line.</summary>
    public static IReadOnlyList<Piece> Between(string before, string after)
    {
        var (one, other) = (Words(before), Words(after));
        if (one.Length > MostWords || other.Length > MostWords)
            (one, other) = (Lines(before), Lines(after));
        return one.Length > MostWords || other.Length > MostWords
            ? [new Piece(before, PieceKind.Gone), new Piece(after, PieceKind.New)]
            : Join(Steps(one, other));
    }

    /// <summary>Along the longest common sequence.</summary>
    private static IEnumerable<Piece> Steps(string[] one, string[] other)
    {
        var common = new int[one.Length + 1, other.Length + 1];
        for (var i = one.Length - 1; i >= 0; i--)
            for (var j = other.Length - 1; j >= 0; j--)
                common[i, j] = one[i] == other[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        var (left, right) = (0, 0);
        while (left < one.Length || right < other.Length)
            if (left < one.Length && right < other.Length && one[left] == other[right])
            {
                yield return new Piece(one[left], PieceKind.Same);
                (left, right) = (left + 1, right + 1);
            }
            else if (right == other.Length || (left < one.Length && common[left + 1, right] >= common[left, right + 1]))
                yield return new Piece(one[left++], PieceKind.Gone);
            else
                yield return new Piece(other[right++], PieceKind.New);
    }

    private static List<Piece> Join(IEnumerable<Piece> steps)
    {
        var pieces = new List<Piece>();
        foreach (var step in steps)
            if (pieces.Count > 0 && pieces[^1].Kind == step.Kind)
                pieces[^1] = step with { Text = pieces[^1].Text + step.Text };
            else
                pieces.Add(step);
        return pieces;
    }

    private static string[] Words(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    private static string[] Lines(string text) => [.. text.Split('\n').Select(line => line + '\n')];

    [GeneratedRegex(@"\s+|[^\s]+")]
    private static partial Regex Word();
}

/// <summary>A stretch of text that stayed, went or came.</summary>
internal sealed record Piece(string Text, PieceKind Kind);

/// <summary>What became of a stretch of text.</summary>
internal enum PieceKind
{
    Same,
    Gone,
    New,
}
