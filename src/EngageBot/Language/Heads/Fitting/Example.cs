namespace EngageBot.Language.Heads.Fitting;

/// <summary>A text as the learner sees it: weighted hashed features, and the dense part (sentence vector, signs) as it is.</summary>
internal sealed record Example(int[] Buckets, float[] Values, float[] Dense);
