using System.Text.Json;

namespace EngageBot.Networks.X.Wire;

/// <summary>The answer to a lookup of posts by their ids.</summary>
internal static class Lookup
{
    /// <summary>
    /// The ids that X says we can see no more: deleted, hidden or of a protected or suspended author. An id that is merely not
    /// mentioned is not among them. Null when that is no such answer.
    /// </summary>
    public static IReadOnlyList<string>? Gone(JsonElement root) => root.Member("data", "errors") is { ValueKind: JsonValueKind.Array }
        ? [.. root.Items("errors").Where(IsGone).Select(error => error.Text("resource_id") ?? error.Text("value")).OfType<string>()]
        : null;

    private static bool IsGone(JsonElement error) =>
        XProblem.Of(error).Type is "resource-not-found" or "not-authorized-for-resource" or "resource-unavailable" or "disallowed-resource";
}
