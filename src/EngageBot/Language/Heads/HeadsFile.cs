using System.Security.Cryptography;
using System.Text;

namespace EngageBot.Language.Heads;

/// <summary>The weights of the heads as one file: a mark, a checksum, then numbers.</summary>
internal static class HeadsFile
{
    private static readonly byte[] Mark = "EBHEADS3"u8.ToArray();

    /// <exception cref="HeadsException">The file is missing, damaged or of another version.</exception>
    public static HeadSet Read(string path) => Read(BytesOf(path), path);

    /// <summary>From the bytes of a file, wherever they were kept.</summary>
    /// <exception cref="HeadsException">They are damaged or of another version.</exception>
    public static HeadSet Read(byte[] bytes, string path)
    {
        if (bytes.Length < Mark.Length + SHA256.HashSizeInBytes || !bytes.AsSpan().StartsWith(Mark))
            throw Bad(path, "are no weights of this version");
        var content = bytes.AsSpan(Mark.Length + SHA256.HashSizeInBytes);
        if (!SHA256.HashData(content).AsSpan().SequenceEqual(bytes.AsSpan(Mark.Length, SHA256.HashSizeInBytes)))
            throw Bad(path, "are damaged: their checksum is another");
        using var reader = new BinaryReader(new MemoryStream(bytes, Mark.Length + SHA256.HashSizeInBytes, content.Length), Encoding.UTF8);
        return Read(reader);
    }

    public static void Write(HeadSet set, string path) => File.WriteAllBytes(path, BytesOf(set));

    /// <summary>The bytes of the file.</summary>
    public static byte[] BytesOf(HeadSet set)
    {
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true))
            Write(set, writer);
        var bytes = content.ToArray();
        return [.. Mark, .. SHA256.HashData(bytes), .. bytes];
    }

    private static byte[] BytesOf(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new HeadsException($"The weights of the heads {path} cannot be read. {Mend}", trouble);
        }
    }

    private const string Mend = "Restore the file from the repository, or make it again with the command train of the benchmarks.";

    private static HeadsException Bad(string path, string fault) => new($"The weights of the heads {path} {fault}. {Mend}");

    private static HeadSet Read(BinaryReader reader)
    {
        var (heads, dense, rows) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        var shapes = new HeadShapes(new string[heads], new float[heads], new float[heads], new float[heads][], new Calibration[heads]);
        for (var head = 0; head < heads; head++)
        {
            shapes.Names[head] = reader.ReadString();
            (shapes.Biases[head], shapes.Scales[head]) = (reader.ReadSingle(), reader.ReadSingle());
            shapes.Calibrations[head] = new Calibration(reader.ReadSingle(), reader.ReadSingle());
            shapes.Dense[head] = Halves(reader, dense);
        }
        var (buckets, bucket) = (new int[rows], 0);
        for (var row = 0; row < rows; row++)
            buckets[row] = bucket += reader.Read7BitEncodedInt();
        var rarities = Halves(reader, rows);
        var weights = new sbyte[rows * heads];
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.AsSpan()));
        return new HeadSet(shapes, buckets, rarities, weights) { Likeness = ReadLikeness(reader), Blend = ReadBlend(reader) };
    }

    private static Blend? ReadBlend(BinaryReader reader)
    {
        var (outcomes, scores) = (reader.ReadInt32(), reader.ReadInt32());
        var (weights, biases) = (new float[outcomes][], new float[outcomes]);
        for (var outcome = 0; outcome < outcomes; outcome++)
        {
            biases[outcome] = reader.ReadSingle();
            weights[outcome] = new float[scores];
            for (var head = 0; head < scores; head++)
                weights[outcome][head] = reader.ReadSingle();
        }
        return outcomes == 0 ? null : new Blend(weights, biases);
    }

    private static void Write(HeadSet set, BinaryWriter writer)
    {
        writer.Write(set.Heads.Count);
        writer.Write(set.Heads.DenseLength);
        writer.Write(set.Buckets.Length);
        for (var head = 0; head < set.Heads.Count; head++)
        {
            writer.Write(set.Heads.Names[head]);
            writer.Write(set.Heads.Biases[head]);
            writer.Write(set.Heads.Scales[head]);
            writer.Write(set.Heads.Calibrations[head].A);
            writer.Write(set.Heads.Calibrations[head].B);
            WriteHalves(writer, set.Heads.Dense[head]);
        }
        var before = 0;
        foreach (var bucket in set.Buckets)
        {
            writer.Write7BitEncodedInt(bucket - before);
            before = bucket;
        }
        WriteHalves(writer, set.Rarities);
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes<sbyte>(set.Weights));
        WriteLikeness(writer, set.Likeness);
        WriteBlend(writer, set.Blend);
    }

    private static void WriteBlend(BinaryWriter writer, Blend? blend)
    {
        writer.Write(blend?.Biases.Length ?? 0);
        writer.Write(blend?.Weights[0].Length ?? 0);
        for (var outcome = 0; outcome < blend?.Biases.Length; outcome++)
        {
            writer.Write(blend.Biases[outcome]);
            foreach (var weight in blend.Weights[outcome])
                writer.Write(weight);
        }
    }

    private static Likeness? ReadLikeness(BinaryReader reader)
    {
        var (examples, length, outcomes) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        if (examples == 0)
            return null;
        var bytes = new sbyte[examples * length];
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(bytes.AsSpan()));
        var scales = Floats(reader, examples);
        var votes = new float[examples][];
        for (var example = 0; example < examples; example++)
            votes[example] = Floats(reader, outcomes);
        return new Likeness(length, bytes, scales, votes, Floats(reader, outcomes));
    }

    private static void WriteLikeness(BinaryWriter writer, Likeness? likeness)
    {
        writer.Write(likeness?.Scales.Length ?? 0);
        writer.Write(likeness?.Length ?? 0);
        writer.Write(likeness?.Outcomes ?? 0);
        if (likeness is null)
            return;
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes<sbyte>(likeness.Examples));
        foreach (var row in likeness.Votes.Prepend(likeness.Scales).Append(likeness.Biases))
            writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(row));
    }

    private static float[] Floats(BinaryReader reader, int count)
    {
        var numbers = new float[count];
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }

    private static float[] Halves(BinaryReader reader, int count)
    {
        var numbers = new float[count];
        for (var index = 0; index < count; index++)
            numbers[index] = (float)reader.ReadHalf();
        return numbers;
    }

    private static void WriteHalves(BinaryWriter writer, float[] numbers)
    {
        foreach (var number in numbers)
            writer.Write((Half)number);
    }
}
