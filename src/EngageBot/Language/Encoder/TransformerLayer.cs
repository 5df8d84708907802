namespace EngageBot.Language.Encoder;

/// <summary>One of the two layers: attention, then a feed-forward net, each added to what came in.</summary>
internal sealed record TransformerLayer(int Width)
{
    public const int Heads = 4;

    public required Norm AttentionNorm { get; init; }

    /// <summary>Queries, keys and values in one; the scale of the queries is in the weights.</summary>
    public required Dense QueryKeyValue { get; init; }

    public required Dense AttentionOut { get; init; }

    /// <summary>Widens what came in, where the layer is wider than it.</summary>
    public required Dense? Widening { get; init; }

    public required Norm FeedNorm { get; init; }

    public required Dense FeedIn { get; init; }

    public required Dense FeedOut { get; init; }
}
