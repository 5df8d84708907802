using EngageBot.Learning.Fitting;
using EngageBot.Reading;
using Microsoft.Extensions.Options;

namespace EngageBot.Learning;

/// <summary>Fits anew when people taught enough since the last time, and keeps what reads better.</summary>
internal sealed class Refits(
    LessonBook book, VersionShelf versions, LiveHeads live, IntentHeads heads, TimeProvider clock, IOptions<LearningOptions> options)
{
    // words that are gone must not teach for long
    private static readonly TimeSpan ForgetWithin = TimeSpan.FromHours(12);
    private readonly MentionReader reader = new(heads);

    /// <summary>The number of the version that was fitted, kept or not; null when it is not time, or another replica was faster.</summary>
    public async Task<long?> TryAsync(CancellationToken cancellationToken)
    {
        var last = await versions.LastAsync(cancellationToken);
        return await IsDueAsync(last, cancellationToken) ? await FitAsync((last?.Number ?? 0) + 1, cancellationToken) : null;
    }

    private async Task<bool> IsDueAsync(LastFit? last, CancellationToken cancellationToken)
    {
        var count = await book.CountAsync(last?.Until ?? 0, cancellationToken);
        if (last is null)
            return count.Total >= options.Value.NewLessons;
        var age = clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(last.FittedAt);
        if (age < TimeSpan.FromMinutes(options.Value.MinutesBetweenFits))
            return false;
        var isEnough = count.Fresh >= Math.Max(options.Value.NewLessons, last.Lessons / 10);
        var wasUpgraded = last.Fits == 0 && count.Total >= options.Value.NewLessons;
        var mustForget = age >= ForgetWithin && count.Total - count.Fresh < Math.Min(last.Lessons, options.Value.MostLessons);
        return isEnough || wasUpgraded || mustForget;
    }

    private async Task<long?> FitAsync(long number, CancellationToken cancellationToken)
    {
        var studied = await book.StudyAsync(options.Value.MostLessons, live.Now.Until, cancellationToken);
        var fit = new OwnHeadsFit(options.Value.FewestOfAKind);
        var (trial, learned) = await Task.Run(
            () =>
            {
                var trial = new CrossCheck(reader, fit).Try(studied.Lessons, heads.Own);
                return (trial, trial.IsBetter ? fit.Fit(studied.Lessons).Pack(trial.Leaning) : null);
            },
            cancellationToken);
        var added = await versions.AddAsync(number, trial, studied, learned, cancellationToken);
        await live.FollowAsync(cancellationToken);
        return added;
    }
}
