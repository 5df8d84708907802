using System.Globalization;
using EngageBot.Benchmarks.Storm.Inside;

namespace EngageBot.Benchmarks.Storm;

/// <summary>How long the keys took at the desks.</summary>
internal sealed class Keystrokes(Notes notes, int from)
{
    public IReadOnlyList<double> All { get; } =
        [.. Lines(notes).Skip(from).Select(line => double.Parse(line.Split('\t')[1], CultureInfo.InvariantCulture))];

    public static int Count(Notes notes) => Lines(notes).Count;

    // the last line may be in the middle of being written
    private static IReadOnlyList<string> Lines(Notes notes) => File.Exists(notes.Keys) ? [.. File.ReadAllText(notes.Keys).Split('\n')[..^1]] : [];
}
