namespace EngageBot.Language.Heads;

/// <summary>What each head has for itself: name, bias, the scale of its weights, its dense weights, its calibration.</summary>
internal sealed record HeadShapes(string[] Names, float[] Biases, float[] Scales, float[][] Dense, Calibration[] Calibrations)
{
    public int Count => Names.Length;

    public int DenseLength => Dense.Length == 0 ? 0 : Dense[0].Length;

    /// <summary>The place of a head.</summary>
    public int this[string name] => Array.IndexOf(Names, name) is >= 0 and var place
        ? place
        : throw new HeadsException($"The weights have no head “{name}”; they belong to another version of the program.");
}
