using EngageBot.Cli;

namespace EngageBot.Benchmarks.Quality;

/// <summary>The parts of a data folder: <c>train.tsv</c>, <c>dev.tsv</c> and, where there is one, <c>test.tsv</c>; <c>label⇥text</c> a line.</summary>
internal sealed record DataSplits(string Name, IReadOnlyList<LabelledText> Train, IReadOnlyList<LabelledText> Dev, IReadOnlyList<LabelledText> Test)
{
    public static DataSplits Read(string data, string name)
    {
        var folder = Path.Combine(data, name);
        return new DataSplits(name, Rows(folder, "train"), Rows(folder, "dev"), File.Exists(Path.Combine(folder, "test.tsv")) ? Rows(folder, "test") : []);
    }

    private static LabelledText[] Rows(string folder, string part)
    {
        var file = Path.Combine(folder, part + ".tsv");
        if (!File.Exists(file))
            throw new BadInputException($"There is no file {file}; name the folder of the data sets with --data.");
        return [.. File.ReadLines(file).Select(line => line.Split('\t', 2)).Select(cells => new LabelledText(cells[0], cells[^1]))];
    }
}
