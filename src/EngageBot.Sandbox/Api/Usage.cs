using System.Globalization;
using EngageBot.Sandbox.Limits;

namespace EngageBot.Sandbox.Api;

/// <summary>GET /2/usage/tweets: the posts that were read, day by day.</summary>
internal sealed class Usage(Ledger ledger)
{
    private const string Project = "1780000000000000001";
    private const string Cap = "3000000";

    public static readonly string[] Fields =
        ["cap_reset_day", "daily_client_app_usage", "daily_project_usage", "project_cap", "project_id", "project_usage"];

    public Answer Posts(XCall call)
    {
        var days = call.Parameters.Number("days", 1, 90, 7);
        var fields = call.Parameters.Words("usage.fields", Fields);
        if (call.Parameters.Faults.Count > 0)
            return Problems.Invalid(call.Words, call.Parameters.Faults);
        var daily = ledger.PostsPerDay(days, call.Now);
        return Answer.Ok(json =>
        {
            json.WriteStartObject("data");
            json.WriteString("project_id", Project);
            json.WriteString("project_cap", Cap);
            json.WriteString("project_usage", daily.Sum(day => day.Posts).ToString(CultureInfo.InvariantCulture));
            json.WriteNumber("cap_reset_day", 14);
            if (fields.Contains("daily_project_usage"))
            {
                json.WriteStartObject("daily_project_usage");
                json.WriteString("project_id", Project);
                WriteDays(json, daily);
                json.WriteEndObject();
            }

            if (fields.Contains("daily_client_app_usage"))
            {
                json.WriteStartArray("daily_client_app_usage");
                json.WriteStartObject();
                json.WriteString("client_app_id", "29000001");
                WriteDays(json, daily);
                json.WriteNumber("usage_result_count", daily.Count);
                json.WriteEndObject();
                json.WriteEndArray();
            }

            json.WriteEndObject();
        });
    }

    private static void WriteDays(System.Text.Json.Utf8JsonWriter json, IReadOnlyList<(DateTimeOffset Day, int Posts)> days)
    {
        json.WriteStartArray("usage");
        foreach (var (day, posts) in days)
        {
            json.WriteStartObject();
            json.WriteString("date", day.ToString("yyyy-MM-dd'T'00:00:00.000'Z'", CultureInfo.InvariantCulture));
            json.WriteString("usage", posts.ToString(CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
