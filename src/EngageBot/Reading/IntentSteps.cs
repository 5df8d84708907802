using EngageBot.Model;

namespace EngageBot.Reading;

/// <summary>
/// The steps of a reading, which people's own decisions push: intents in order of urgency, each against those that come after it.
/// </summary>
internal static class IntentSteps
{
    /// <summary>In order of urgency, each asked only of what the earlier ones left.</summary>
    public static readonly string[] Names = ["abuse", "spam", "complaint", "asks", "curiosity", "thanks", "chat"];

    // surer than this nobody is, and no push should have to climb higher
    private const double Least = 1e-4;

    /// <summary>The log-odds of each step in the chances of all intents.</summary>
    public static void OddsOf(ReadOnlySpan<double> chances, Span<float> odds)
    {
        for (var step = 0; step < Names.Length; step++)
        {
            var (yes, no) = (Least, Least);
            for (var intent = 0; intent < chances.Length; intent++)
                if (SideOf(Names[step], (Intent)intent) is { } side)
                    (yes, no) = side ? (yes + chances[intent], no) : (yes, no + chances[intent]);
            odds[step] = (float)Math.Log(yes / no);
        }
    }

    /// <summary>The way back.</summary>
    public static IntentChances ChancesOf(ReadOnlySpan<float> odds, float welcome = 0)
    {
        var (chances, left) = (new double[(int)Intent.Unsure], 1.0);
        var parts = new double[odds.Length];
        for (var step = 0; step < parts.Length; step++)
            parts[step] = 1 / (1 + Math.Exp(-odds[step]));
        Take(Intent.Abuse, parts[0]);
        Take(Intent.Spam, parts[1]);
        Take(Intent.Complaint, parts[2]);
        var asks = left * parts[3];
        (chances[(int)Intent.Question], chances[(int)Intent.Curiosity]) = (asks * (1 - parts[4]), asks * parts[4]);
        left -= asks;
        Take(Intent.Thanks, parts[5]);
        Take(Intent.Chat, parts[6]);
        chances[(int)Intent.Aside] = left;
        return new IntentChances(chances) { WelcomePush = welcome };

        void Take(Intent intent, double part)
        {
            chances[(int)intent] = left * part;
            left -= chances[(int)intent];
        }
    }

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
