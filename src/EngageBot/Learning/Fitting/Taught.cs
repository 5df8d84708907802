using EngageBot.Model;
using EngageBot.Reading;

namespace EngageBot.Learning.Fitting;

/// <summary>One mention that people judged, as learning sees it.</summary>
/// <param name="Wants">What it wants, in their judgement: one intent; several when they only ruled others out; none when they said nothing about it.</param>
/// <param name="Welcome">Whether a reply is welcome; null when they said nothing about it.</param>
/// <param name="Fold">Which part of all it is held back with.</param>
/// <param name="IsFresh">Whether the heads that read now had not seen it when they were fitted.</param>
internal sealed record Taught(StudiedMention Seen, IReadOnlyList<Intent> Wants, bool? Welcome, int Fold, bool IsFresh = true)
{
    /// <summary>How much it costs to read it wrong: a complaint that is missed costs twice one too many, as the reader's own bars have it.</summary>
    public int Cost => Wants is [Intent.Complaint] ? 2 : 1;

    /// <summary>Which side of a step it speaks for; null when the step is not asked, or they left it open.</summary>
    public bool? SideOf(string head)
    {
        var sides = Wants.Select(intent => IntentSteps.SideOf(head, intent)).OfType<bool>().Distinct().ToList();
        return sides.Count == 1 ? sides[0] : null;
    }
}
