using System.Diagnostics;
using System.Globalization;
using EngageBot.Approving;
using EngageBot.Desk.Shell;
using EngageBot.Desk.Translation;
using EngageBot.Model;

namespace EngageBot.Desk.Letter;

/// <summary>What the desk knows, in the words of a colleague.</summary>
internal static class Say
{
    // Those that are met most; the others are said in English.
    private static readonly string[] Named =
    [
        Phrase.Key("English"), Phrase.Key("German"), Phrase.Key("French"), Phrase.Key("Spanish"), Phrase.Key("Italian"), Phrase.Key("Dutch"), Phrase.Key("Portuguese"),
        Phrase.Key("Polish"), Phrase.Key("Turkish"), Phrase.Key("Russian"), Phrase.Key("Ukrainian"), Phrase.Key("Arabic"), Phrase.Key("Japanese"), Phrase.Key("Chinese"),
        Phrase.Key("Korean"), Phrase.Key("Swedish"), Phrase.Key("Danish"), Phrase.Key("Czech"), Phrase.Key("Hungarian"), Phrase.Key("Greek"), Phrase.Key("Hebrew"), Phrase.Key("Persian"),
    ];

    /// <summary>Why a verb did not go through; null when it did.</summary>
    public static string? Of(Decision decision, string me, DateTimeOffset now, Phrases phrases) => decision switch
    {
        Decision.Taken or Decision.Proposed => null,
        Decision.BeingWritten(var by, _) => phrases["{0} is writing on this. Take it over first, or leave it to {0}.", by],
        Decision.OwnSecond => phrases["You have proposed these words yourself; a colleague gives them the second look."],
        Decision.AlreadyTaken(var by, var what, var at) => Faster(by, what, at, me, now, phrases),
        Decision.MovedOn(var whatHappened) => phrases.Told(whatHappened),
        Decision.NotPostable(var why) => phrases.Told(why),
        Decision.NeedsReason(var headline, _) => phrases["Not approved yet: it {0}. Change it, or say why it goes out all the same.", phrases.Told(headline)],
        Decision.TooLate(var why) => phrases.Told(why),
        Decision.NotFound => phrases["This mention is no longer here. It may have been deleted on the network."],
        _ => throw new UnreachableException(),
    };

    /// <summary>Who was faster, with what, and when.</summary>
    public static string Faster(string by, string what, DateTimeOffset at, string me, DateTimeOffset now, Phrases phrases) =>
        by == me ? FasterSelf(what, Ago.Sentence(now - at, phrases), phrases) : Faster(by, what, Ago.Sentence(now - at, phrases), phrases);

    public static string Intent(Intent intent) => intent switch
    {
        Model.Intent.Curiosity => Phrase.Key("backstage"),
        Model.Intent.Complaint => Phrase.Key("care"),
        Model.Intent.Unsure => Phrase.Key("not sure"),
        Model.Intent.Question => Phrase.Key("question"),
        Model.Intent.Thanks => Phrase.Key("thanks"),
        Model.Intent.Chat => Phrase.Key("chat"),
        Model.Intent.Aside => Phrase.Key("aside"),
        Model.Intent.Spam => Phrase.Key("spam"),
        Model.Intent.Abuse => Phrase.Key("abuse"),
        _ => Words.Of(intent),
    };

    /// <summary>Why something stands higher in the queue, in a quiet word.</summary>
    public static string Urgency(Urgency urgency) => urgency switch
    {
        Model.Urgency.Today => Phrase.Key("today"),
        Model.Urgency.Tonight => Phrase.Key("tonight"),
        Model.Urgency.Tomorrow => Phrase.Key("tomorrow"),
        Model.Urgency.Returning => Phrase.Key("talked with us before"),
        _ => Phrase.Key("care"),
    };

    /// <summary>Where a conversation stands.</summary>
    public static string Turn(TalkState state) => state switch
    {
        TalkState.OurTurn => Phrase.Key("Our turn"),
        TalkState.TheirTurn => Phrase.Key("Their turn"),
        TalkState.Resting => Phrase.Key("Resting"),
        _ => Phrase.Key("Ended"),
    };

    public static string Confidence(double confidence) => confidence switch
    {
        >= 0.8 => Phrase.Key("sure"),
        >= 0.55 => Phrase.Key("fairly sure"),
        _ => Phrase.Key("a guess"),
    };

    /// <summary>The name of a language by its ISO 639 code.</summary>
    public static string Language(string? code, Phrases phrases)
    {
        if (code is null or "und")
            return phrases["language unknown"];
        try
        {
            var culture = CultureInfo.GetCultureInfo(code, predefinedOnly: true);
            return Named.Contains(culture.EnglishName) ? phrases[culture.EnglishName] : culture.EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }

    /// <summary>How well we know each other.</summary>
    public static string Acquaintance(OpenMention letter, Phrases phrases)
    {
        var here = letter.Thread.Count(turn => turn.Ours);
        return (letter.AnsweredBefore, here) switch
        {
            (0, 0) => phrases["first time with us"],
            (0, _) => phrases["we have answered {0} in this conversation", Times(here, phrases)],
            (_, 0) => phrases["talked with us {0} before", Times(letter.AnsweredBefore, phrases)],
            _ => phrases["talked with us {0} before, and {1} here", Times(letter.AnsweredBefore, phrases), Times(here, phrases)],
        };
    }

    private static string Times(long number, Phrases phrases) => number switch
    {
        1 => phrases["once"],
        2 => phrases["twice"],
        _ => phrases["{0} times", phrases.InWords(number)],
    };

    private static string FasterSelf(string what, string ago, Phrases phrases) => what switch
    {
        "approved" => phrases["You answered this {0}.", ago],
        "proposed" => phrases["You proposed an answer {0}.", ago],
        "proposal-undone" => phrases["You took the proposal back {0}.", ago],
        "let-be" => phrases["You let this be {0}.", ago],
        "snoozed" => phrases["You put this aside {0}.", ago],
        "corrected" or "confirmed" => phrases["You said {0} what this wants.", ago],
        "correction-undone" => phrases["You took back {0} what was said of it.", ago],
        "reopened" or "undone" => phrases["You brought this back {0}.", ago],
        _ => Faster(phrases["you"], what, ago, phrases),
    };

    private static string Faster(string who, string what, string ago, Phrases phrases) => what switch
    {
        "approved" => phrases["{0} answered this {1}.", who, ago],
        "sending" or "sent" => phrases["The answer to this went out {0}.", ago],
        "proposed" => phrases["{0} proposed an answer {1}.", who, ago],
        "proposal-undone" => phrases["{0} took the proposal back {1}.", who, ago],
        "let-be" => phrases["{0} let this be {1}.", who, ago],
        "snoozed" => phrases["{0} put this aside {1}.", who, ago],
        "answered-elsewhere" => phrases["Somebody answered this from another app; we noticed {0}.", ago],
        "withdrawn" => phrases["This was taken back {0}: deleted, or its author asked us to stop.", ago],
        "corrected" or "confirmed" => phrases["{0} said {1} what this wants.", who, ago],
        "correction-undone" => phrases["{0} took back {1} what was said of it.", who, ago],
        "reopened" or "undone" => phrases["{0} brought this back {1}.", who, ago],
        "woken" => phrases["This came back by itself {0}.", ago],
        "refused" => phrases["The network refused the reply {0}.", ago],
        "unclear" => phrases["It is not clear whether the reply of {0} is public. We are looking.", ago],
        _ => phrases["Somebody was faster: {0}, {1} ({2}).", who, ago, phrases.Told(what)],
    };
}
