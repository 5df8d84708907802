using EngageBot.Model;

namespace EngageBot.Reading;

/// <summary>What a mention is taken for, how surely, and why.</summary>
internal sealed record Verdict(Intent Intent, double Confidence, IReadOnlyList<string> Reasons)
{
    /// <summary>Whether the author would be glad of an answer.</summary>
    public bool WelcomesReply { get; init; } = Intent is not (Intent.Abuse or Intent.Spam or Intent.Aside);
}
