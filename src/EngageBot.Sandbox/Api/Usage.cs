using System.Globalization;
using System.Text.Json;
using EngageBot.Sandbox.Limits;

namespace EngageBot.Sandbox.Api;

/// <summary>GET /2/usage/tweets: the posts that were read, day by day.</summary>
internal sealed class Usage(Ledger ledger)
{
    private const int Project = 1_780_001;
    private const int Cap = 3_000_000;

    public static readonly string[] Fields =
        ["cap_reset_day", "daily_client_app_usage", "daily_project_usage", "project_cap", "project_id", "project_usage"];

    public Answer Posts(XCall call)
    {
        var days = call.Parameters.Number("days", 1, 90, 7);
        var fields = call.Parameters.Words("usage.fields", Fields);
        return call.Parameters.Faults.Count > 0
            ? Problems.Invalid(call.Words, call.Parameters.Faults)
            : Answer.Ok(json => Write(json, call.Words, fields, ledger.PostsPerDay(days, call.Now)));
    }

    private static void Write(
        Utf8JsonWriter json, Vocabulary words, HashSet<string> fields, IReadOnlyList<(DateTimeOffset Day, int Posts)> daily)
    {
        json.WriteStartObject("data");
        json.WriteString("project_id", Project.ToString(CultureInfo.InvariantCulture));
        WriteCount(json, words, "project_cap", Cap);
        WriteCount(json, words, "project_usage", daily.Sum(day => day.Posts));
        json.WriteNumber("cap_reset_day", 14);
        if (fields.Contains("daily_project_usage"))
        {
            json.WriteStartObject("daily_project_usage");
            WriteCount(json, words, "project_id", Project);
            WriteDays(json, words, daily);
            json.WriteEndObject();
        }

        if (fields.Contains("daily_client_app_usage"))
            WriteApp(json, words, daily);
        json.WriteEndObject();
    }

    private static void WriteApp(Utf8JsonWriter json, Vocabulary words, IReadOnlyList<(DateTimeOffset Day, int Posts)> daily)
    {
        json.WriteStartArray("daily_client_app_usage");
        json.WriteStartObject();
        json.WriteString("client_app_id", "29000001");
        WriteDays(json, words, daily);
        json.WriteNumber("usage_result_count", daily.Count);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteDays(Utf8JsonWriter json, Vocabulary words, IReadOnlyList<(DateTimeOffset Day, int Posts)> days)
    {
        json.WriteStartArray("usage");
        foreach (var (day, posts) in days)
        {
            json.WriteStartObject();
            json.WriteTime("date"u8, day);
            WriteCount(json, words, "usage", posts);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // The newer version of X's API gives counts as text.
    private static void WriteCount(Utf8JsonWriter json, Vocabulary words, string name, int count)
    {
        if (words.Dialect == Dialect.Post)
            json.WriteString(name, count.ToString(CultureInfo.InvariantCulture));
        else
            json.WriteNumber(name, count);
    }
}
