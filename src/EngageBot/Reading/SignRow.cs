using EngageBot.Model;

namespace EngageBot.Reading;

/// <summary>What the rules saw, as numbers for the heads: how much speaks for each intent, and how the mention is turned.</summary>
internal static class SignRow
{
    private const float Cue = 0.35f;
    private const float Turn = 0.3f;

    public const int Length = (int)Intent.Unsure + 16;

    public static void Fill(Utterance mention, Evidence evidence, Span<float> row)
    {
        for (var intent = 0; intent < (int)Intent.Unsure; intent++)
            row[intent] = Cue * (float)Math.Clamp(evidence.For((Intent)intent), -1, 3);
        ReadOnlySpan<bool> turns =
        [
            mention.AnswersUs,
            mention.SpeaksToUsFirst && mention.Others == 0,
            mention.SpeaksToUsFirst && mention.Others > 0,
            mention.SpeaksToOthersFirst,
            mention.ClosesWithUs,
            mention.SaysYou,
            mention.AsksSomething,
            mention.QuotesUs,
            mention.Links == 1,
            mention.Links > 1,
            mention.Others == 1,
            mention.Others > 1,
            mention.Hashtags == 1,
            mention.Hashtags > 1,
            mention.Words < 6,
            mention.Words > 14,
        ];
        for (var turn = 0; turn < turns.Length; turn++)
            row[(int)Intent.Unsure + turn] = turns[turn] ? Turn : 0;
    }
}
