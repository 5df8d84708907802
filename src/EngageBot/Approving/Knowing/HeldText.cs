using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EngageBot.Approving.Knowing;

/// <summary>What is held about a person, as a page that they can read and as JSON.</summary>
internal static class HeldText
{
    private static readonly JsonSerializerOptions Pretty = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Json(Held held) => JsonSerializer.Serialize(held, Pretty);

    public static string Plain(Held held)
    {
        var page = new StringBuilder();
        page.AppendLine(CultureInfo.InvariantCulture, $"What is held about @{held.Handle}, {When(held.MadeAt)}. Times are UTC.");
        page.AppendLine("It is used to answer you and for nothing else; what you delete goes within 24 hours.");
        Head(page, "You");
        Line(page, "name", held.Name);
        Line(page, "handle", "@" + held.Handle);
        Line(page, $"number on {held.Network.ToUpperInvariant()}", held.Number);
        Line(page, "asked us to stop", held.StoppedAt is { } stopped ? $"{When(stopped)}; handle and number are kept so that you are left alone" : "no");
        Head(page, $"What you wrote to us: {held.Mentions.Count}");
        foreach (var mention in held.Mentions)
            Mention(page, mention);
        Posts(page, "Posts of yours around it", held.Posts);
        Head(page, $"What we promised you: {held.Promises.Count}");
        foreach (var promise in held.Promises)
            page.AppendLine(CultureInfo.InvariantCulture, $"  {When(promise.MadeAt)}, until {When(promise.DueAt)}, {promise.State}: {promise.Said.ReplaceLineEndings(" ")}");
        Head(page, $"Notes among us: {held.Notes.Count}");
        foreach (var note in held.Notes)
            page.AppendLine(CultureInfo.InvariantCulture, $"  {When(note.At)}: {note.Text.ReplaceLineEndings(" ")}");
        return page.ToString().ReplaceLineEndings("\n");
    }

    private static void Mention(StringBuilder page, HeldMention mention)
    {
        page.AppendLine(CultureInfo.InvariantCulture, $"  {When(mention.At)} to @{mention.To}, post {mention.PostId}");
        page.AppendLine(CultureInfo.InvariantCulture, $"    {(mention.Text.Length == 0 ? "(the words are gone)" : mention.Text.ReplaceLineEndings("\n    "))}");
        page.AppendLine(CultureInfo.InvariantCulture, $"    read as {mention.ReadAs}, language {mention.Language}; stands: {mention.Stands}{(mention.LetBe is { } why ? $" ({why})" : "")}");
        foreach (var answer in mention.Answers)
            page.AppendLine(CultureInfo.InvariantCulture, $"    we said, {When(answer.At)}: {answer.Text.ReplaceLineEndings(" ")}");
        page.AppendLine(CultureInfo.InvariantCulture, $"    steps: {string.Join("; ", mention.Steps.Select(step => $"{When(step.At)} {step.What}"))}");
    }

    private static void Posts(StringBuilder page, string title, IReadOnlyList<HeldPost> posts)
    {
        Head(page, $"{title}: {posts.Count}");
        foreach (var post in posts)
            page.AppendLine(CultureInfo.InvariantCulture, $"  {When(post.At)}: {post.Text.ReplaceLineEndings(" ")}");
    }

    private static void Head(StringBuilder page, string title) => page.AppendLine().AppendLine(title);

    private static void Line(StringBuilder page, string name, string value) => page.AppendLine(CultureInfo.InvariantCulture, $"  {name}: {value}");

    private static string When(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
