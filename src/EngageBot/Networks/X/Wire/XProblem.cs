using System.Globalization;
using System.Text.Json;

namespace EngageBot.Networks.X.Wire;

/// <summary>What an error body says, whichever of X's forms it has; every field may be empty.</summary>
/// <param name="Type">The last segment of the type's path, since hosts differ.</param>
/// <param name="Words">Title, detail and messages, for the cases that only their wording tells apart.</param>
/// <param name="Codes">The old API's numbers.</param>
internal sealed record XProblem(string Type, string Title, string Detail, string Period, DateTimeOffset? ResetDate, string Words, IReadOnlySet<int> Codes)
{
    public static XProblem Of(JsonElement? body)
    {
        var root = body ?? default;
        var errors = root.Items("errors").ToList();
        var (title, detail) = (Plain(root.Text("title")), Plain(root.Text("detail")));
        var messages = errors.Select(error => Plain(error.Text("message") ?? error.Text("detail"))).Where(message => message.Length > 0).ToList();
        return new XProblem(
            (root.Text("type") ?? "").TrimEnd('/').Split('/')[^1],
            title,
            messages.Count > 0 && (detail.Length == 0 || title == "Invalid Request") ? messages[0] : detail,
            root.Text("period") ?? "",
            Date(root.Text("reset_date")),
            string.Join('\n', [title, detail, .. messages]),
            errors.Select(error => int.TryParse(error.Text("code"), CultureInfo.InvariantCulture, out var code) ? code : 0).ToHashSet());
    }

    public bool Says(string words) => Words.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static string Plain(string? text) => PlainText.Shortened(PlainText.Of(text ?? "").ReplaceLineEndings(" "), 300);

    private static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date) ? date : null;
}
