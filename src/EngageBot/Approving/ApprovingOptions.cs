using System.ComponentModel.DataAnnotations;
using EngageBot.Model;
using Microsoft.Extensions.Options;

namespace EngageBot.Approving;

/// <summary>How approvals behave.</summary>
internal sealed class ApprovingOptions
{
    public const string Section = "Approving";

    /// <summary>How long an approved reply can be taken back before it is posted.</summary>
    [Range(0, 600, ErrorMessage = "Approving:UndoSeconds must lie between 0 and 600.")]
    public int UndoSeconds { get; set; } = 5;

    /// <summary>The same for replies to complaints, where haste does most harm.</summary>
    [Range(0, 600, ErrorMessage = "Approving:UndoSecondsForComplaints must lie between 0 and 600.")]
    public int UndoSecondsForComplaints { get; set; } = 30;

    /// <summary>What holds as long as no admin has set anything else.</summary>
    public long UndoSecondsFor(Intent intent) => intent == Intent.Complaint ? UndoSecondsForComplaints : UndoSeconds;
}

[OptionsValidator]
internal sealed partial class ApprovingOptionsValidator : IValidateOptions<ApprovingOptions>;
