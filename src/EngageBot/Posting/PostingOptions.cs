using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace EngageBot.Posting;

/// <summary>How approved replies go out.</summary>
internal sealed class PostingOptions
{
    public const string Section = "Posting";

    /// <summary>Pause between two replies; a burst of replies looks like a machine to X and to people.</summary>
    [Range(0, 60, ErrorMessage = "Posting:SecondsBetweenReplies must lie between 0 and 60.")]
    public double SecondsBetweenReplies { get; set; } = 1;

    /// <summary>After this long without an answer the attempt counts as unclear.</summary>
    [Range(1, 50, ErrorMessage = "Posting:AttemptSeconds must lie between 1 and 50.")]
    public int AttemptSeconds { get; set; } = 20;

    /// <summary>An unclear reply that our timeline still does not show after this time goes to a person.</summary>
    [Range(10, 3600, ErrorMessage = "Posting:SettleSeconds must lie between 10 and 3600.")]
    public int SettleSeconds { get; set; } = 120;
}

[OptionsValidator]
internal sealed partial class PostingOptionsValidator : IValidateOptions<PostingOptions>;
