using EngageBot.Model;

namespace EngageBot.Learning.Fitting;

/// <summary>
/// Whether a fit may read from now on. It is judged by what its mistakes cost, as the reader's own bars are: many a house's lessons help
/// to find complaints and take a few mentions too many for one, and by mere counting would be thrown away for long.
/// </summary>
internal static class Keeping
{
    /// <summary>Null when it may.</summary>
    public static string? WhyNot(IReadOnlyList<Answer> answers)
    {
        var change = Change.Of(answers, answer => answer.Shipped);
        if (!change.IsMoreThanChance)
            return change.Gained > change.Lost ? "the gain could be chance" : "it reads no better than the shipped heads";
        if (Change.Of([.. answers.Where(answer => answer.IsRight(Intent.Complaint))], answer => answer.Shipped).Reversed.IsMoreThanChance)
            return "it misses complaints that were found before";
        var sinceLive = Change.Of([.. answers.Where(answer => answer.Live is not null)], answer => answer.Live!.Value);
        return sinceLive.Lost > sinceLive.Gained ? "on what came since, it reads no better than the version before" : null;
    }

    /// <summary>What the answers put right would have cost, and what those made wrong cost now.</summary>
    private readonly record struct Change(int Gained, int Lost)
    {
        /// <summary>At least two, and more than half a standard deviation of a fair coin: a small gain that comes late would never pass a sterner test.</summary>
        public bool IsMoreThanChance => Gained - Lost >= 2 && 4 * (Gained - Lost) * (Gained - Lost) > Gained + Lost;

        public Change Reversed => new(Lost, Gained);

        public static Change Of(IReadOnlyCollection<Answer> answers, Func<Answer, Intent> before) => new(
            answers.Where(answer => answer.IsPutRight(before(answer))).Sum(answer => answer.Lesson.Cost),
            answers.Where(answer => answer.IsMadeWrong(before(answer))).Sum(answer => answer.Lesson.Cost));
    }
}
