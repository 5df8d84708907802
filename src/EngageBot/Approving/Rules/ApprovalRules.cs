using System.Collections.Immutable;
using EngageBot.Model;

namespace EngageBot.Approving.Rules;

/// <summary>What the house has agreed on about approvals.</summary>
/// <param name="SecondForComplaints">A reply to a complaint takes two people.</param>
/// <param name="SecondForBlockedWords">So do words that the voice lint blocks.</param>
/// <param name="FirstRepliesOfNewcomers">So do as many replies of everybody who is new; 0 for none.</param>
/// <param name="UndoSeconds">How long a reply can be taken back before it goes out.</param>
public sealed record ApprovalRules(
    bool SecondForComplaints, bool SecondForBlockedWords, long FirstRepliesOfNewcomers, ImmutableSortedDictionary<Intent, long> UndoSeconds)
{
    public const long LongestUndo = 600;
    public const long MostFirstReplies = 1000;

    /// <summary>Whether any of them asks for a second person.</summary>
    public bool AskForSecond => SecondForComplaints || SecondForBlockedWords || FirstRepliesOfNewcomers > 0;

    /// <summary>Null when they can be kept.</summary>
    public string? Objection =>
        UndoSeconds.Values.Any(seconds => seconds is < 0 or > LongestUndo) ? $"Between 0 and {LongestUndo} seconds are possible to take a reply back."
        : FirstRepliesOfNewcomers is < 0 or > MostFirstReplies ? $"Between 0 and {MostFirstReplies} first replies are possible."
        : null;

    public TimeSpan UndoWindow(Intent intent) => TimeSpan.FromSeconds(UndoSeconds[intent]);

    /// <summary>By the names under which the database keeps them.</summary>
    internal IEnumerable<KeyValuePair<string, long>> Settings =>
    [
        new(RuleNames.Complaints, SecondForComplaints ? 1 : 0),
        new(RuleNames.BlockedWords, SecondForBlockedWords ? 1 : 0),
        new(RuleNames.Newcomers, FirstRepliesOfNewcomers),
        .. UndoSeconds.Select(undo => KeyValuePair.Create(RuleNames.Undo(undo.Key), undo.Value)),
    ];

    internal static ApprovalRules Of(IReadOnlyDictionary<string, long> settings, ApprovingOptions defaults) => new(
        settings.GetValueOrDefault(RuleNames.Complaints) == 1,
        settings.GetValueOrDefault(RuleNames.BlockedWords) == 1,
        settings.GetValueOrDefault(RuleNames.Newcomers),
        Enum.GetValues<Intent>().ToImmutableSortedDictionary(
            intent => intent,
            intent => settings.TryGetValue(RuleNames.Undo(intent), out var seconds) ? seconds : defaults.UndoSecondsFor(intent)));
}

/// <summary>A change of one rule: who set what, when.</summary>
public sealed record RuleChange(DateTimeOffset At, string By, string Rule, long From, long To);

internal static class RuleNames
{
    public const string Complaints = "second-for-complaints";
    public const string BlockedWords = "second-for-blocked-words";
    public const string Newcomers = "first-replies-of-newcomers";
    private const string UndoPrefix = "undo-seconds-";

    public static string Undo(Intent intent) => UndoPrefix + Words.Of(intent);

    /// <summary>Null when the name is not that of an undo window.</summary>
    public static Intent? UndoOf(string name) => name.StartsWith(UndoPrefix, StringComparison.Ordinal) ? Words.Parse<Intent>(name[UndoPrefix.Length..]) : null;
}
