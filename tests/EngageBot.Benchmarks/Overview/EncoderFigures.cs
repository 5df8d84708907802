using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text.Json;
using EngageBot.Benchmarks.Figures;
using EngageBot.Language.Encoder;

namespace EngageBot.Benchmarks.Overview;

/// <summary>How quickly the encoder works, and how near its small weights and its batches come to the original.</summary>
internal static class EncoderFigures
{
    private const int Batch = 32;
    private const string Reference = "tests/EngageBot.Tests/Language/Encoder/reference.json";

    // TensorFlow.js on WebAssembly, one text a call, one core
    private const string OriginalRuntime = "its original runtime 51/s";

    public static IReadOnlyList<TableRow> Measure(string data, string root)
    {
        var encoder = SentenceEncoder.Load();
        string[] texts = [.. ReadingFigures.Mentions(data).Select(PlainWords.Of).Distinct()];
        var (single, batched) = (new float[texts.Length * SentenceEncoder.Dimensions], new float[texts.Length * SentenceEncoder.Dimensions]);
        EncodeSingly(encoder, texts[^500..], single);
        var singlePace = texts.Length / Seconds(() => EncodeSingly(encoder, texts, single));
        var batchedPace = texts.Length / Seconds(() => EncodeBatches(encoder, texts, batched));
        return
        [
            TableRow.Of("texts encoded a second, one core, one by one", OriginalRuntime, singlePace, "#,0", Aim.AtLeast(800)),
            new TableRow($"the same in batches of {Batch}", "its original runtime 62/s", batchedPace.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture)),
            TableRow.Of($"batched beside single, smallest cosine of {texts.Length}", "", Smallest(texts.Length, single, batched), "0.000000", Aim.AtLeast(0.9999)),
            .. BesideOriginal(encoder, Path.Combine(root, Reference)),
        ];
    }

    private static double Seconds(Action work)
    {
        // of the processor, so that other programs do not count
        var used = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - used).TotalSeconds;
    }

    private static void EncodeSingly(SentenceEncoder encoder, string[] texts, float[] vectors)
    {
        for (var index = 0; index < texts.Length; index++)
            encoder.Encode(texts[index], vectors.AsSpan(index * SentenceEncoder.Dimensions, SentenceEncoder.Dimensions));
    }

    private static void EncodeBatches(SentenceEncoder encoder, string[] texts, float[] vectors)
    {
        for (var index = 0; index < texts.Length; index += Batch)
            encoder.Encode(texts.AsSpan(index, Math.Min(Batch, texts.Length - index)), vectors.AsSpan(index * SentenceEncoder.Dimensions));
    }

    // a text of nothing but handles and links has no direction
    private static double Smallest(int count, float[] one, float[] other) =>
        Enumerable.Range(0, count).Select(index => (One: Part(one, index), Other: Part(other, index)))
            .Where(pair => pair.One.Any(value => value != 0)).Min(pair => TensorPrimitives.CosineSimilarity<float>(pair.One, pair.Other));

    private static float[] Part(float[] vectors, int index) => vectors[(index * SentenceEncoder.Dimensions)..((index + 1) * SentenceEncoder.Dimensions)];

    private static IEnumerable<TableRow> BesideOriginal(SentenceEncoder encoder, string file)
    {
        if (!File.Exists(file))
            return [TableRow.Missing("8-bit weights beside the original", $"there is no file {file}")];
        var rows = JsonSerializer.Deserialize<Row[]>(File.ReadAllText(file), JsonSerializerOptions.Web)!;
        var smallest = rows.Min(row =>
        {
            var (vector, expected) = (new float[SentenceEncoder.Dimensions], new float[SentenceEncoder.Dimensions]);
            encoder.Encode(row.Text, vector);
            TensorPrimitives.ConvertToSingle(MemoryMarshal.Cast<byte, Half>(row.Halves), expected);
            return (double)TensorPrimitives.CosineSimilarity<float>(vector, expected);
        });
        return [TableRow.Of($"8-bit weights beside the original, smallest cosine of {rows.Length}", "", smallest, "0.0000", Aim.AtLeast(0.999))];
    }

    private sealed record Row(string Text, byte[] Halves);
}
