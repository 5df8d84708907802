using System.Globalization;
using EngageBot.Networks.X.Transport;
using EngageBot.Networks.X.Wire;

namespace EngageBot.Networks.X;

/// <summary>A whole account stands still until that moment, or until a person mends it.</summary>
internal sealed record Halt(string Reason, DateTimeOffset? Until = null);

/// <summary>Answers after which asking again is in vain: keys, permission, money, caps.</summary>
internal sealed class Halts(RateLimits limits, TimeProvider clock)
{
    private static readonly TimeSpan TolerableSkew = TimeSpan.FromMinutes(1);

    /// <summary>Null when the answer concerns this one request alone.</summary>
    public Halt? Of(XResponse response, XProblem problem) => response.Status switch
    {
        401 => new($"X did not accept the keys of this account. {ClockOrKeys(response)}"),
        402 => new("X wants to be paid: the developer account has no credits left. Add credits in the X developer console."),
        403 => Forbidden(problem),
        429 when problem.Title == "UsageCapExceeded" || problem.Type == "usage-capped" => Capped(response, problem),
        _ => null,
    };

    private static Halt? Forbidden(XProblem problem) => problem switch
    {
        { Title: "SpendCapReached" } or { Type: "credits" or "credits-depleted" } => new(
            "The spending limit set for X is reached. Raise it in the X developer console, or wait for the next billing cycle.", problem.ResetDate),
        { Type: "oauth1-permissions" } => new(
            "The app's keys may only read. Give the app the permission Read and write in the X developer console, then generate the access token anew."),
        { Type: "client-forbidden" } => new(
            "X does not let this app use the API. Attach the app to a project in the X developer console."),
        { Type: "unsupported-authentication" } => new(
            "X wants an account's own keys here, not the app's bearer token. Configure an access token of the account."),
        { Type: "usage-capped" } => new("X's usage cap is reached. See Usage in the X developer console.", problem.ResetDate),
        _ when problem.Codes.Overlaps([64, 326]) || problem.Says("account is suspended") || problem.Says("temporarily locked") => new(
            "X has suspended or locked this account. Sign in at x.com as the account and follow what it says."),
        _ => null,
    };

    private Halt Capped(XResponse response, XProblem problem) => new(
        $"X's {(problem.Period.Length > 0 ? problem.Period.ToLowerInvariant() : "usage")} cap is reached. See Usage in the X developer console.",
        problem.Period == "Daily" ? limits.EndOf(response) ?? NextDay() : problem.ResetDate ?? limits.EndOf(response));

    private string ClockOrKeys(XResponse response) =>
        Answers.ClockAhead(response, clock) is { } ahead && ahead.Duration() > TolerableSkew
            ? string.Create(CultureInfo.InvariantCulture, $"This machine's clock is {ahead.Duration().TotalSeconds:0} s {(ahead > TimeSpan.Zero ? "ahead" : "behind")}; set it right first.")
            : "Check the keys in section X, or generate them anew in the X developer console.";

    private DateTimeOffset NextDay() => new(clock.GetUtcNow().UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
}
