using EngageBot.Model;

namespace EngageBot.Reading;

/// <summary>What each head of a reading tells apart: intents in order of urgency, each against those that come after it.</summary>
internal static class IntentSteps
{
    /// <summary>True or false where a mention of this intent speaks for or against the head, null where the head is not asked.</summary>
    public static bool? SideOf(string head, Intent intent) => head switch
    {
        "abuse" => intent == Intent.Abuse,
        "spam" => Side(intent, Intent.Spam, Intent.Spam),
        "complaint" => Side(intent, Intent.Complaint, Intent.Complaint),
        "asks" => Side(intent, Intent.Question, Intent.Curiosity),
        "curiosity" => intent is Intent.Question or Intent.Curiosity ? intent == Intent.Curiosity : null,
        "thanks" => Side(intent, Intent.Thanks, Intent.Thanks),
        "chat" => Side(intent, Intent.Chat, Intent.Chat),
        _ => null,
    };

    private static bool? Side(Intent intent, Intent first, Intent last) => intent < first ? null : intent <= last;
}
