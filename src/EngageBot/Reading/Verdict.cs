using EngageBot.Model;

namespace EngageBot.Reading;

/// <summary>What a mention is taken for, how surely, and why.</summary>
internal sealed record Verdict(Intent Intent, double Confidence, IReadOnlyList<string> Reasons);
