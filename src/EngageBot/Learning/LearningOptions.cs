using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace EngageBot.Learning;

/// <summary>When the reader learns from people.</summary>
internal sealed class LearningOptions
{
    public const string Section = "Learning";

    /// <summary>Fits anew when so many mentions were judged since the last fit; later, when a tenth more were.</summary>
    [Range(5, 10_000, ErrorMessage = "Learning:NewLessons must lie between 5 and 10000.")]
    public int NewLessons { get; set; } = 25;

    /// <summary>What tells one intent from others is left as shipped until so many lessons speak for it and so many against.</summary>
    [Range(1, 1000, ErrorMessage = "Learning:FewestOfAKind must lie between 1 and 1000.")]
    public int FewestOfAKind { get; set; } = 3;

    /// <summary>The shortest time between two fits.</summary>
    [Range(0, 10_080, ErrorMessage = "Learning:MinutesBetweenFits must lie between 0 and 10080.")]
    public int MinutesBetweenFits { get; set; } = 30;

    /// <summary>Only the latest lessons are learned from; more take longer to fit.</summary>
    [Range(100, 100_000, ErrorMessage = "Learning:MostLessons must lie between 100 and 100000.")]
    public int MostLessons { get; set; } = 5_000;
}

[OptionsValidator]
internal sealed partial class LearningOptionsValidator : IValidateOptions<LearningOptions>;
