namespace EngageBot.Model;

/// <summary>What we make of a mention.</summary>
/// <param name="Confidence">0 to 1: how sure we are of the intent.</param>
/// <param name="ReplyWelcome">Whether its author would want an answer.</param>
/// <param name="Language">ISO 639-1 code, or <c>und</c>.</param>
/// <param name="Reasons">Why, in words a community manager understands.</param>
public sealed record Understanding(Intent Intent, double Confidence, bool ReplyWelcome, string Language, IReadOnlyList<string> Reasons);
