using System.Text.Json;

namespace EngageBot.Sandbox.Api;

/// <summary>The refusals of X, word for word as clients report them.</summary>
internal static class Problems
{
    public static Answer Unauthorized() => Plain(401, "Unauthorized", "Unauthorized");

    public static Answer Forbidden(string detail = "Forbidden") => Plain(403, "Forbidden", detail);

    public static Answer NotPermitted() => Forbidden("You are not permitted to perform this action.");

    public static Answer Duplicate() => Forbidden("You are not allowed to create a Tweet with duplicate content.");

    public static Answer TargetGone() => Forbidden("You attempted to reply to a Tweet that is deleted or not visible to you.");

    public static Answer NotSummonedOld() => Forbidden(
        "Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author "
        + "of the post you are replying to.");

    public static Answer NotSummonedNew() => Answer.Problem(403, json =>
    {
        json.WriteString("detail", "You can only reply to or quote posts where you are mentioned or are the author.");
        json.WriteNumber("status", 403);
        json.WriteString("title", "Authorization Error");
        json.WriteString("type", "https://api.x.com/2/problems/not-authorized-for-resource");
        json.WriteString("resource_type", "post");
    });

    public static Answer WrongAuthentication(Vocabulary words, bool appOnly, string supported) => Answer.Problem(403, json =>
    {
        var used = appOnly ? "OAuth 2.0 Application-Only" : "a user context";
        json.WriteString("title", "Unsupported Authentication");
        json.WriteString(
            "detail", $"Authenticating with {used} is forbidden for this endpoint.  Supported authentication types are [{supported}].");
        json.WriteString("type", words.ProblemHost + "unsupported-authentication");
        json.WriteNumber("status", 403);
    });

    public static Answer TooManyRequests() => Plain(429, "Too Many Requests", "Too Many Requests");

    public static Answer TooManyRequestsOld() => Answer.Problem(429, json =>
    {
        json.WriteStartArray("errors");
        json.WriteStartObject();
        json.WriteNumber("code", 88);
        json.WriteString("message", "Rate limit exceeded");
        json.WriteEndObject();
        json.WriteEndArray();
    });

    public static Answer CreditsDepletedOld() => Answer.Problem(402, json =>
    {
        json.WriteNumber("account_id", 1);
        json.WriteString("title", "CreditsDepleted");
        json.WriteString("detail", "Your enrolled account [1] does not have any credits to fulfill this request.");
        json.WriteString("type", "https://api.twitter.com/2/problems/credits");
    });

    public static Answer CreditsDepletedNew() => Answer.Problem(402, json =>
    {
        json.WriteString("detail", "credits depleted");
        json.WriteNumber("status", 402);
        json.WriteString("title", "Payment Required");
        json.WriteString("type", "https://api.x.com/2/problems/credits-depleted");
    });

    public static Answer SpendCapReached(DateTimeOffset now) => Answer.Problem(403, json =>
    {
        json.WriteString("title", "SpendCapReached");
        json.WriteString("detail", "Your enrolled account [1] has reached its billing cycle spend cap.");
        json.WriteString("reset_date", now.AddDays(7).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("type", "https://api.twitter.com/2/problems/credits");
    });

    public static Answer UsageCapExceeded() => Answer.Problem(429, json =>
    {
        json.WriteNumber("account_id", 1);
        json.WriteString("product_name", "standard-basic");
        json.WriteString("title", "UsageCapExceeded");
        json.WriteString("period", "Monthly");
        json.WriteString("scope", "Product");
        json.WriteString("detail", "Usage cap exceeded: Monthly product cap");
        json.WriteString("type", "https://api.twitter.com/2/problems/usage-capped");
    });

    public static Answer InternalError(int status, Vocabulary words) => Answer.Problem(status, json =>
    {
        json.WriteString("title", "Internal Error");
        json.WriteString("detail", "Something is broken. This is almost always a temporary condition.");
        json.WriteString("type", words.ProblemHost + "internal-error");
        json.WriteNumber("status", status);
    });

    public static Answer Invalid(Vocabulary words, IReadOnlyList<ParameterFault> faults) => Invalid(words, json =>
    {
        foreach (var fault in faults)
        {
            json.WriteStartObject();
            json.WriteStartObject("parameters");
            json.WriteStartArray(fault.Name);
            json.WriteStringValue(fault.Value);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteString("message", fault.Message);
            json.WriteEndObject();
        }
    });

    public static Answer InvalidBody(Vocabulary words, IReadOnlyList<string> messages) => Invalid(words, json =>
    {
        foreach (var message in messages)
        {
            json.WriteStartObject();
            json.WriteStartObject("parameters");
            json.WriteEndObject();
            json.WriteString("message", message);
            json.WriteEndObject();
        }
    });

    /// <summary>One entry of <c>errors</c> beside the data of a lookup.</summary>
    public static void WriteMissing(Utf8JsonWriter json, Vocabulary words, Missing missing)
    {
        json.WriteStartObject();
        json.WriteString("value", missing.Value);
        json.WriteString("detail", missing.IsHidden
            ? $"Sorry, you are not authorized to see the {Noun(missing)} with {missing.Parameter}: [{missing.Value}]."
            : $"Could not find {missing.Resource} with {missing.Parameter}: [{missing.Value}].");
        json.WriteString("title", missing.IsHidden ? "Authorization Error" : "Not Found Error");
        json.WriteString("resource_type", missing.Resource);
        json.WriteString("parameter", missing.Parameter);
        json.WriteString("resource_id", missing.Value);
        if (missing.IsHidden)
            json.WriteString("section", "data");
        json.WriteString("type", words.ProblemHost + (missing.IsHidden ? "not-authorized-for-resource" : "resource-not-found"));
        json.WriteEndObject();
    }

    private static string Noun(Missing missing) => missing.Resource == "tweet" ? "Tweet" : "User";

    private static Answer Invalid(Vocabulary words, Action<Utf8JsonWriter> writeErrors) => Answer.Problem(400, json =>
    {
        json.WriteStartArray("errors");
        writeErrors(json);
        json.WriteEndArray();
        json.WriteString("title", "Invalid Request");
        json.WriteString("detail", "One or more parameters to your request was invalid.");
        json.WriteString("type", words.ProblemHost + "invalid-request");
    });

    private static Answer Plain(int status, string title, string detail) => Answer.Problem(status, json =>
    {
        json.WriteString("title", title);
        json.WriteString("type", "about:blank");
        json.WriteNumber("status", status);
        json.WriteString("detail", detail);
    });
}

/// <summary>Something a lookup asked for and cannot have: it is gone, or hidden from the caller.</summary>
internal sealed record Missing(string Resource, string Parameter, string Value, bool IsHidden = false);
