using System.Diagnostics;
using System.Globalization;
using EngageBot.Approving;
using EngageBot.Desk.Shell;
using EngageBot.Model;

namespace EngageBot.Desk.Letter;

/// <summary>What the desk knows, in the words of a colleague.</summary>
internal static class Say
{
    /// <summary>Why a verb did not go through; null when it did.</summary>
    public static string? Of(Decision decision, string me, DateTimeOffset now) => decision switch
    {
        Decision.Taken or Decision.Proposed => null,
        Decision.BeingWritten(var by, _) => $"{by} is writing on this. Take it over first, or leave it to {by}.",
        Decision.OwnSecond => "You have proposed these words yourself; a colleague gives them the second look.",
        Decision.AlreadyTaken(var by, var what, var at) => Faster(by, what, at, me, now),
        Decision.MovedOn(var whatHappened) => whatHappened,
        Decision.NotPostable(var why) => why,
        Decision.NeedsReason(var headline, _) => $"Not approved yet: it {headline}. Change it, or say why it goes out all the same.",
        Decision.TooLate(var why) => why,
        Decision.NotFound => "This mention is no longer here. It may have been deleted on the network.",
        _ => throw new UnreachableException(),
    };

    /// <summary>Who was faster, with what, and when.</summary>
    public static string Faster(string by, string what, DateTimeOffset at, string me, DateTimeOffset now) => Faster(by == me ? "You" : by, what, Ago.Sentence(now - at));

    public static string Intent(Intent intent) => intent switch
    {
        Model.Intent.Curiosity => "backstage",
        Model.Intent.Complaint => "care",
        Model.Intent.Unsure => "not sure",
        _ => Words.Of(intent),
    };

    /// <summary>Why something stands higher in the queue, in a quiet word.</summary>
    public static string Urgency(Urgency urgency) => urgency == Model.Urgency.Returning ? "talked with us before" : Words.Of(urgency);

    public static string Confidence(double confidence) => confidence switch
    {
        >= 0.8 => "sure",
        >= 0.55 => "fairly sure",
        _ => "a guess",
    };

    /// <summary>The English name of an ISO 639 code.</summary>
    public static string Language(string? code)
    {
        if (code is null or "und")
            return "language unknown";
        try
        {
            return CultureInfo.GetCultureInfo(code, predefinedOnly: true).EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }

    /// <summary>How well we know each other.</summary>
    public static string Acquaintance(OpenMention letter)
    {
        var here = letter.Thread.Count(turn => turn.Ours);
        return (letter.AnsweredBefore, here) switch
        {
            (0, 0) => "first time with us",
            (0, _) => $"we have answered {Times(here)} in this conversation",
            (_, 0) => $"talked with us {Times(letter.AnsweredBefore)} before",
            _ => $"talked with us {Times(letter.AnsweredBefore)} before, and {Times(here)} here",
        };
    }

    private static string Times(long number) => number switch
    {
        1 => "once",
        2 => "twice",
        _ => $"{Ago.Number(number)} times",
    };

    private static string Faster(string who, string what, string ago) => what switch
    {
        "approved" => $"{who} answered this {ago}.",
        "sending" or "sent" => $"The answer to this went out {ago}.",
        "proposed" => $"{who} proposed an answer {ago}.",
        "proposal-undone" => $"{who} took the proposal back {ago}.",
        "let-be" => $"{who} let this be {ago}.",
        "snoozed" => $"{who} put this aside {ago}.",
        "answered-elsewhere" => $"Somebody answered this from another app; we noticed {ago}.",
        "withdrawn" => $"This was taken back {ago}: deleted, or its author asked us to stop.",
        "corrected" or "confirmed" => $"{who} said {ago} what this wants.",
        "correction-undone" => $"{who} took back {ago} what was said of it.",
        "reopened" or "undone" => $"{who} brought this back {ago}.",
        "woken" => $"This came back by itself {ago}.",
        "refused" => $"The network refused the reply {ago}.",
        "unclear" => $"It is not clear whether the reply of {ago} is public. We are looking.",
        _ => $"Somebody was faster: {who}, {ago} ({what}).",
    };
}
