using EngageBot.Model;

namespace EngageBot.Reading;

/// <summary>Something seen in a mention that speaks for an intent.</summary>
/// <param name="Name">What tells it from others: the phrase of a cue, the sentence of a sign.</param>
/// <param name="Says">As a reason; <c>“…”</c> in it stands for the follower's own words; empty where it convinces nobody.</param>
/// <param name="First">The word of the mention at which it begins; -1 for what the mention shows as a whole.</param>
/// <param name="Last">Its last word.</param>
internal readonly record struct Find(Intent Intent, double Weight, string Name, string Says, int First = -1, int Last = -1)
{
    /// <summary>Stands for words in <see cref="Says"/>.</summary>
    public const string Words = "“…”";

    public bool HasWords => First >= 0;

    public bool IsTold => Says.Length > 0;
}
