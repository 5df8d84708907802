using EngageBot.Model;
using EngageBot.Networks.X.Wire;

namespace EngageBot.Networks.X;

/// <summary>Answers that say no to one reply and leave the others alone.</summary>
internal static class Refusals
{
    public static PostOutcome.Refused Of(int status, XProblem problem, string targetPostId) => (status, problem) switch
    {
        (403, _) when problem.Says("duplicate content") || problem.Codes.Contains(187) => new(
            RefusalKind.Duplicate, "X refused the reply: this account has posted the very same words before. Look whether it is public already; else word it differently."),
        (403, _) when problem.Says("deleted or not visible") || problem.Codes.Contains(385) => new(RefusalKind.TargetGone, Gone),
        (403, { Type: "resource-not-found" or "resource-unavailable" }) or (404, { Type: "resource-not-found" }) => new(RefusalKind.TargetGone, Gone),
        (403, _) when problem.Type == "not-authorized-for-resource" || problem.Says("where you are mentioned") || problem.Says("have not been mentioned") => new(
            RefusalKind.NotSummoned, $"X refused the reply: its author did not mention this account. Let it be, or answer by hand: {ByHand(targetPostId)}"),
        (_, _) when problem.Says("too long") || problem.Codes.Contains(186) => new(
            RefusalKind.Invalid, "X refused the reply: it is too long. Shorten it and approve it again."),
        (400 or 413 or 422, _) => new(RefusalKind.Invalid, $"X did not take the form of the reply{Said(problem)} Word it differently, or answer by hand: {ByHand(targetPostId)}"),
        (404, _) => new(RefusalKind.Other, "X does not know the address that replies are sent to. Check X:BaseUrl."),
        _ => new(RefusalKind.Other, $"X refused the reply{Said(problem)} Let it be, or answer by hand: {ByHand(targetPostId)}"),
    };

    /// <summary>Where a person can answer with their own hands when the API may not.</summary>
    public static string ByHand(string targetPostId) => $"https://x.com/intent/post?in_reply_to={targetPostId}";

    private static string Gone => "X refused the reply: the mention was deleted or is hidden from this account.";

    private static string Said(XProblem problem) => problem.Detail.Length > 0 ? $": \"{problem.Detail}\"" : ".";
}
