namespace EngageBot.Language.Encoder;

/// <summary>What becomes of a product of matrices.</summary>
internal enum Finish
{
    Store,
    Add,

    /// <summary>Stores it with 0 for what is negative.</summary>
    Rectify,
}
