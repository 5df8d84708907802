using EngageBot.Model;

namespace EngageBot.Learning.Fitting;

/// <summary>How one lesson is read by the shipped heads, by those that read now, and by a fit that has not seen it.</summary>
/// <param name="Live">What the heads that read now say; null when they have learned from this very lesson.</param>
internal sealed record Answer(Taught Lesson, Intent Shipped, Intent? Live, Intent Fitted)
{
    public bool IsRight(Intent answer) => Lesson.Wants.Contains(answer);

    public bool IsPutRight(Intent before) => IsRight(Fitted) && !IsRight(before);

    public bool IsMadeWrong(Intent before) => !IsRight(Fitted) && IsRight(before);
}
