namespace EngageBot.Approving;

/// <summary>What a person lets go out.</summary>
/// <param name="Text">Posted letter by letter.</param>
/// <param name="Picture">The hash of the picture that the person saw; null for none.</param>
/// <param name="Reason">Why these words go out although they read like an advert; the journal keeps it.</param>
/// <param name="ByModel">The words began as a language model's; the journal and the reply's sources say so.</param>
public sealed record Approval(string Text, string? Picture = null, string? Reason = null, bool ByModel = false);
