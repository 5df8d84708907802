using EngageBot.Model;

namespace EngageBot.Learning.Fitting;

/// <summary>How a fit did on lessons it had not seen, beside the reader it would replace.</summary>
/// <param name="PutRight">Read right now, wrong before.</param>
/// <param name="MadeWrong">Wrong now, right before.</param>
/// <param name="Why">Why it is not kept; null when it is.</param>
internal sealed record Trial(int Judged, int RightBefore, int RightAfter, int PutRight, int MadeWrong, IReadOnlyList<IntentTrial> ByIntent, string? Why)
{
    /// <summary>By how much the step of complaints is moved.</summary>
    public float Leaning { get; init; }

    public bool IsBetter => Why is null;
}

/// <summary>The same for the lessons of one intent.</summary>
internal sealed record IntentTrial(Intent Intent, int Judged, int RightBefore, int RightAfter);
