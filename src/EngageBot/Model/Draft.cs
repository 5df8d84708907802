namespace EngageBot.Model;

/// <summary>The words proposed for one mention: one or more wordings, or the advice to let it be.</summary>
/// <param name="Wordings">Best first; empty when letting be is advised.</param>
/// <param name="LetBe">Why no reply is the kinder answer; null when a reply is proposed.</param>
/// <param name="Unanswered">It asks what the library does not know: somebody has to find out.</param>
public sealed record Draft(IReadOnlyList<Wording> Wordings, string? LetBe = null, bool Unanswered = false);

/// <summary>One way to say it, and where its words come from.</summary>
/// <param name="Text">What would be posted, within the network's limit.</param>
/// <param name="Sources">Library entries it was made of, for example <c>replies/thanks/warm-1</c>.</param>
/// <param name="Picture">What it would show beside the words.</param>
public sealed record Wording(string Text, IReadOnlyList<string> Sources, Picture? Picture = null);
