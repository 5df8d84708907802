namespace EngageBot.Tests.Networks;

/// <summary>The ways in which X says no, as they were seen.</summary>
internal static class Refusals
{
    private const string Capped = """{"account_id":1,"product_name":"p","title":"UsageCapExceeded","period":"PERIOD","scope":"Product","detail":"Usage cap exceeded: Monthly product cap","type":"https://api.twitter.com/2/problems/usage-capped"}""";
    private const string TooMany = """{"title":"Too Many Requests","detail":"Too Many Requests","type":"about:blank","status":429}""";

    public static IEnumerable<Refusal> OfThisReply =>
    [
        new("duplicate", 403, """{"detail":"You are not allowed to create a Tweet with duplicate content.","type":"about:blank","title":"Forbidden","status":403}""", "Duplicate X refused the reply: this account has posted the very same words before."),
        new("duplicate, old code", 403, """{"errors":[{"code":187,"message":"Status is a duplicate."}]}""", "Duplicate X refused"),
        new("not summoned, new", 403, """{"detail":"You can only reply to or quote posts where you are mentioned or are the author.","status":403,"title":"Authorization Error","type":"https://api.x.com/2/problems/not-authorized-for-resource"}""", "NotSummoned X refused the reply: its author did not mention this account. Let it be, or answer by hand: https://x.com/intent/post?in_reply_to=2080"),
        new("not summoned, old", 403, """{"title":"Forbidden","status":403,"detail":"Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.","type":"about:blank"}""", "NotSummoned X refused"),
        new("target gone", 403, """{"title":"Forbidden","status":403,"detail":"You attempted to reply to a Tweet that is deleted or not visible to you.","type":"about:blank"}""", "TargetGone X refused the reply: the mention was deleted"),
        new("target gone, old code", 403, """{"errors":[{"code":385,"message":"gone"}]}""", "TargetGone"),
        new("target not found", 404, """{"type":"https://api.x.com/2/problems/resource-not-found","title":"Not Found Error"}""", "TargetGone"),
        new("generic", 403, """{"detail":"You are not permitted to perform this action.","title":"Forbidden","status":403,"type":"about:blank"}""", "Other X refused the reply: \"You are not permitted to perform this action.\" Let it be, or answer by hand: https://x.com/intent/post?in_reply_to=2080"),
        new("too long", 403, """{"detail":"Your Tweet text is too long.","title":"Forbidden","status":403,"type":"about:blank"}""", "Invalid X refused the reply: it is too long."),
        new("bad parameter", 400, """{"errors":[{"parameters":{"text":["x"]},"message":"The text is not right"}],"title":"Invalid Request","detail":"One or more parameters to your request was invalid.","type":"https://api.x.com/2/problems/invalid-request"}""", "Invalid X did not take the form of the reply: \"The text is not right\""),
        new("empty 404", 404, "", "Other X does not know the address"),
        new("a page of a gateway", 403, "<html><body>Forbidden</body></html>", "Other X refused the reply. Let it be"),
    ];

    public static IEnumerable<Refusal> OfTheAccount =>
    [
        new("may only read", 403, """{"type":"https://api.twitter.com/2/problems/oauth1-permissions","title":"Forbidden","status":403,"detail":"Your client app is not configured with the appropriate oauth1 app permissions for this endpoint."}""", "The app's keys may only read."),
        new("not enrolled", 403, """{"type":"https://api.twitter.com/2/problems/client-forbidden","reason":"client-not-enrolled","title":"Client Forbidden","detail":"d"}""", "X does not let this app use the API."),
        new("app-only", 403, """{"type":"https://api.twitter.com/2/problems/unsupported-authentication","title":"Unsupported Authentication","detail":"d"}""", "X wants an account's own keys"),
        new("spend cap", 403, """{"title":"SpendCapReached","detail":"Your account has reached its billing cycle spend cap.","reset_date":"2026-12-13","type":"https://api.twitter.com/2/problems/credits"}""", "2026-12-13T00:00:00 The spending limit set for X is reached."),
        new("credits, old", 402, """{"account_id":1,"title":"CreditsDepleted","detail":"Your enrolled account [1] does not have any credits to fulfill this request.","type":"https://api.twitter.com/2/problems/credits"}""", "X wants to be paid"),
        new("credits, new", 402, """{"detail":"credits depleted","status":402,"title":"Payment Required","type":"https://api.x.com/2/problems/credits-depleted"}""", "X wants to be paid"),
        new("monthly cap", 429, Capped.Replace("PERIOD", "Monthly", StringComparison.Ordinal), "X's monthly cap is reached.", "x-rate-limit-remaining: 12", "x-rate-limit-reset: 1795176300"),
        new("daily cap", 429, Capped.Replace("PERIOD", "Daily", StringComparison.Ordinal), "2026-11-21T00:00:00 X's daily cap is reached."),
        new("keys", 401, """{"title":"Unauthorized","type":"about:blank","status":401,"detail":"Unauthorized"}""", "X did not accept the keys of this account. Check the keys"),
        new("clock", 401, "", "X did not accept the keys of this account. This machine's clock is 600 s ahead; set it right first.", "date: Fri, 20 Nov 2026 11:50:00 GMT"),
        new("clock behind", 401, "", "X did not accept the keys of this account. This machine's clock is 120 s behind;", "date: Fri, 20 Nov 2026 12:02:00 GMT"),
        new("suspended", 403, """{"detail":"This account is suspended.","title":"Forbidden","status":403,"type":"about:blank"}""", "X has suspended or locked this account."),
    ];

    public static IEnumerable<Refusal> ForAWhile =>
    [
        new("window", 429, TooMany, "2026-11-20T12:05:01", "x-rate-limit-limit: 100", "x-rate-limit-remaining: 0", "x-rate-limit-reset: 1795176300"),
        new("window, old body", 429, """{"errors":[{"code":88,"message":"Rate limit exceeded"}]}""", "2026-11-20T12:05:01", "X-Rate-Limit-Remaining: 0", "X-Rate-Limit-Reset: 1795176300"),
        new("window, X's clock ahead", 429, TooMany, "2026-11-20T12:01:01", "x-rate-limit-remaining: 0", "x-rate-limit-reset: 1795176300", "date: Fri, 20 Nov 2026 12:04:00 GMT"),
        new("window already over", 429, TooMany, "2026-11-20T12:00:01", "x-rate-limit-remaining: 0", "x-rate-limit-reset: 1795175000"),
        new("user's 24 hours", 429, TooMany, "2026-11-20T15:00:01", "x-rate-limit-remaining: 12", "x-rate-limit-reset: 1795176300", "x-user-limit-24hour-remaining: 0", "x-user-limit-24hour-reset: 1795186800"),
        new("app's 24 hours", 429, TooMany, "2026-11-20T15:00:01", "x-rate-limit-remaining: 12", "x-rate-limit-reset: 1795176300", "x-app-limit-24hour-remaining: 0", "x-app-limit-24hour-reset: 1795186800"),
        new("no headers", 429, TooMany, "2026-11-20T12:01:00"),
        new("nonsense headers", 429, "", "2026-11-20T12:01:00", "x-rate-limit-remaining: many", "x-rate-limit-reset: 99999999999999999999"),
        new("retry-after", 429, "<html></html>", "2026-11-20T12:00:31", "retry-after: 30"),
    ];

    public static IEnumerable<Refusal> Unclear =>
    [
        new("server", 500, """{"title":"Internal Error","type":"https://api.x.com/2/problems/internal-error","status":500}""", ""),
        new("gateway", 502, "<html>bad gateway</html>", ""),
        new("unavailable", 503, "", ""),
        new("gateway timeout", 504, "", ""),
        new("request timeout", 408, "", ""),
        new("redirect", 302, "", "", "location: https://example.org/"),
        new("empty 201", 201, "", ""),
        new("malformed 201", 201, """{"data":{"id":"1","te""", ""),
        new("201 without an id", 201, """{"data":{"text":"x"}}""", ""),
        new("201 with a strange id", 201, """{"data":{"id":"12x"}}""", ""),
        new("a portal's page", 200, "<html>Please sign in</html>", ""),
    ];
}
