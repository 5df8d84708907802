using System.Globalization;
using EngageBot.Learning.Fitting;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Learning;

/// <summary>One fit over the lessons: how it did, and whether it may read.</summary>
/// <param name="WhyNot">Why it was not kept; null when it was.</param>
/// <param name="CanRead">Its weights are kept and fit the heads that ship with this program.</param>
/// <param name="IsLive">It reads now.</param>
public sealed record LearnedVersion(
    long Number, DateTimeOffset FittedAt, long Lessons, long Judged, long RightBefore, long RightAfter, long PutRight, long MadeWrong,
    IReadOnlyList<JudgedIntent> ByIntent, string? WhyNot, bool CanRead, bool IsLive);

/// <summary>How the lessons of one intent were read before and by this version, by fits that had not seen them.</summary>
public sealed record JudgedIntent(Intent Intent, int Judged, int RightBefore, int RightAfter)
{
    internal static string Join(IEnumerable<IntentTrial> trials) =>
        Lines.Join(trials.Select(trial => string.Create(CultureInfo.InvariantCulture, $"{Words.Of(trial.Intent)} {trial.Judged} {trial.RightBefore} {trial.RightAfter}")));

    internal static IReadOnlyList<JudgedIntent> Split(string joined) =>
    [
        .. Lines.Split(joined).Select(line => line.Split(' '))
            .Select(cells => new JudgedIntent(Words.Parse<Intent>(cells[0]), Number(cells[1]), Number(cells[2]), Number(cells[3]))),
    ];

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
