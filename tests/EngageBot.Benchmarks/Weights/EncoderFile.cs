using EngageBot.Language.Encoder;

namespace EngageBot.Benchmarks.Weights;

/// <summary>Lays the encoder's weights down in the order in which the program reads them.</summary>
internal sealed class EncoderFile
{
    private const string Encode = "module_apply_default/Encoder_en/KonaTransformer/Encode/";
    private const string Timing = $"{Encode}TransformerStack/Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1";

    private readonly NpmPackage package;
    private readonly WeightsWriter writer = new();

    private EncoderFile(NpmPackage package) => this.package = package;

    public static byte[] Make(NpmPackage package)
    {
        var file = new EncoderFile(package);
        file.WriteVocabulary();
        file.writer.Floats(package[Timing]);
        file.WriteEmbeddings();
        file.WriteLayer(0, EncoderWeights.EmbeddingWidth);
        file.WriteLayer(1, EncoderWeights.Dimensions);
        const string Last = "module/Encoder_en/hidden_layers/tanh_layer_0/";
        file.writer.Dense(package[Last + "weights"], package[Last + "bias"]);
        return file.writer.Finish();
    }

    private void WriteVocabulary()
    {
        writer.Int32(package.Pieces.Count);
        writer.Int32(package.Pieces.Sum(piece => piece.Text.Length));
        foreach (var (text, score) in package.Pieces)
        {
            writer.Text(text);
            writer.Double(score);
        }
    }

    // the network doubles each embedding before it adds the place
    private void WriteEmbeddings()
    {
        var rows = package["module/Embeddings_en"].Select(value => 2 * value).Chunk(EncoderWeights.EmbeddingWidth).Select(Quantized.Of).ToArray();
        writer.Int32(rows.Length);
        writer.Floats([.. rows.Select(row => row.Scale)]);
        writer.Bytes([.. rows.SelectMany(row => row.Values)]);
    }

    private void WriteLayer(int number, int width)
    {
        var biases = $"{Encode}Layer_{number}/TransformerLayer/";
        var graph = $"{Encode}TransformerStack/Layer_{number}/TransformerLayer/";
        var kernels = $"module/Encoder_en/KonaTransformer/Encode/Layer_{number}/TransformerLayer/MultiheadAttention/";
        WriteNorm($"{biases}layer_prepostprocess/layer_norm/layer_norm_");
        var queryScale = package[$"{graph}MultiheadAttention/mul/y"][0];
        writer.Dense(
            ScaleQueries(package[$"{kernels}qkv_transform_single/kernel/part_0"], width, queryScale),
            ScaleQueries(Part($"{biases}MultiheadAttention/qkv_transform_single/bias"), width, queryScale));
        writer.Dense(
            package[$"{kernels}output_transform_single/kernel/part_0"], Part($"{biases}MultiheadAttention/output_transform_single/bias"));
        if (width != EncoderWeights.Dimensions)
            writer.Dense(Part($"{biases}dense/kernel"), Part($"{biases}dense/bias"));
        WriteNorm($"{biases}FFN/layer_prepostprocess/layer_norm/layer_norm_");
        foreach (var part in (string[])["conv1", "conv2"])
            writer.Dense(package[$"{graph}FFN/{part}/Tensordot/Reshape_1"], Part($"{biases}FFN/{part}/bias"));
    }

    private void WriteNorm(string name)
    {
        writer.Floats(Part(name + "scale"));
        writer.Floats(Part(name + "bias"));
    }

    // the first third of the columns are queries
    private static float[] ScaleQueries(float[] values, int width, float scale) =>
        [.. values.Select((value, index) => index % (3 * width) < width ? value * scale : value)];

    private float[] Part(string name) => package[name + "/ConcatPartitions/concat"];
}
