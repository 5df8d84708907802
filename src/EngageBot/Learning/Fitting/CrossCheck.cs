using EngageBot.Model;
using EngageBot.Reading;

namespace EngageBot.Learning.Fitting;

/// <summary>Judges a way of fitting on lessons that each fit has not seen: every lesson belongs to one part, and is read by a fit on the other parts.</summary>
internal sealed class CrossCheck(MentionReader reader, OwnHeadsFit fit)
{
    public const int Parts = 10;

    /// <param name="live">The heads that read now; null when they read as shipped.</param>
    public Trial Try(IReadOnlyList<Taught> lessons, OwnHeads? live)
    {
        var heldBack = Enumerable.Range(0, Parts).SelectMany(part => HoldBack(lessons, part)).ToList();
        var readings = Leaning.Answers(reader, heldBack);
        // the leaning too is chosen without the part that it is judged on
        var leanings = Enumerable.Range(0, Parts).Select(part => Leaning.Best(heldBack, readings, lesson => lesson.Fold != part)).ToArray();
        var answers = heldBack.Select((one, row) => Ask(one.Lesson, readings[row][leanings[one.Lesson.Fold]], live)).ToList();
        return Sum(answers) with { Leaning = Leaning.Of(Leaning.Best(heldBack, readings, _ => true)) };
    }

    private IEnumerable<(Taught Lesson, float[] Pushes)> HoldBack(IReadOnlyList<Taught> lessons, int part)
    {
        var known = lessons.Where(lesson => lesson.Fold != part).ToList();
        var heldBack = lessons.Where(lesson => lesson.Fold == part && lesson.Wants.Count > 0).ToList();
        if (known.Count == 0 || heldBack.Count == 0)
            return [];
        var models = fit.Fit(known);
        return [.. heldBack.Select(lesson => (lesson, models.PushesFor(lesson.Seen)))];
    }

    /// <summary>Which part a mention belongs to, the same for ever.</summary>
    public static int PartOf(string mentionId)
    {
        var hash = 2166136261u;
        foreach (var letter in mentionId)
            hash = (hash ^ letter) * 16777619;
        return (int)((hash ^ hash >> 15) % Parts);
    }

    private Answer Ask(Taught lesson, Intent fitted, OwnHeads? live)
    {
        var shipped = reader.Judge(lesson.Seen, new float[OwnHeads.Names.Count]);
        return new Answer(
            lesson,
            shipped,
            live is null ? shipped : lesson.IsFresh ? reader.Judge(lesson.Seen, live.PushesFor(lesson.Seen)) : null,
            fitted);
    }

    private static Trial Sum(List<Answer> answers)
    {
        var byIntent = answers.Where(answer => answer.Lesson.Wants.Count == 1).GroupBy(answer => answer.Lesson.Wants[0]).OrderBy(group => group.Key)
            .Select(group => new IntentTrial(group.Key, group.Count(), group.Count(answer => answer.IsRight(answer.Shipped)), group.Count(answer => answer.IsRight(answer.Fitted))))
            .ToList();
        return new Trial(
            answers.Count, answers.Count(answer => answer.IsRight(answer.Shipped)), answers.Count(answer => answer.IsRight(answer.Fitted)),
            answers.Count(answer => answer.IsPutRight(answer.Shipped)), answers.Count(answer => answer.IsMadeWrong(answer.Shipped)), byIntent, Keeping.WhyNot(answers));
    }
}
