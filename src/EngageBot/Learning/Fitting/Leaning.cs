using EngageBot.Model;
using EngageBot.Reading;

namespace EngageBot.Learning.Fitting;

/// <summary>
/// The reader takes a mention for a complaint long before that is likely, because the shipped heads see complaints too seldom. Heads that
/// have met this house's own need less of it: how much less is chosen on readings of lessons that the fit had not seen.
/// </summary>
internal static class Leaning
{
    private const int WorthIt = 2;
    private static readonly float[] Steps = [0, -0.25f, -0.5f, -0.75f, -1, -1.25f, -1.5f, 0.25f, 0.5f];

    /// <summary>What each lesson would be taken for at each leaning.</summary>
    public static Intent[][] Answers(MentionReader reader, IReadOnlyList<(Taught Lesson, float[] Pushes)> heldBack) =>
        [.. heldBack.Select(one => Steps.Select(step => reader.Judge(one.Lesson.Seen, Lean(one.Pushes, step))).ToArray())];

    /// <summary>The place of the leaning whose mistakes cost least.</summary>
    public static int Best(IReadOnlyList<(Taught Lesson, float[] Pushes)> heldBack, Intent[][] answers, Func<Taught, bool> counts)
    {
        var wrong = new int[Steps.Length];
        for (var row = 0; row < heldBack.Count; row++)
            if (counts(heldBack[row].Lesson))
                for (var step = 0; step < wrong.Length; step++)
                    wrong[step] += heldBack[row].Lesson.Wants.Contains(answers[row][step]) ? 0 : heldBack[row].Lesson.Cost;
        var best = Array.IndexOf(wrong, wrong.Min());
        return wrong[0] - wrong[best] < WorthIt ? 0 : best;
    }

    public static float Of(int place) => Steps[place];

    private static float[] Lean(float[] pushes, float step)
    {
        float[] leant = [.. pushes];
        leant[OwnHeads.ComplaintStep] += step;
        return leant;
    }
}
