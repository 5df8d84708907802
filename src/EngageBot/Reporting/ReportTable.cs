using EngageBot.Model;

namespace EngageBot.Reporting;

/// <summary>Rows and columns of a report for spreadsheets: texts, whole and broken numbers, days; null where nothing was measured.</summary>
public sealed record ReportTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    private static readonly string[] Figures =
    [
        "mentions", "deserved_an_answer", "answered", "let_be", "replies_timed", "first_reply_median_s", "first_reply_90th_s", "within_the_hour", "within_24_h",
        "approved_here", "as_drafted", "handled_at_the_desk", "handling_median_s", "handling_90th_s",
    ];

    /// <summary>All tables of the report on replies.</summary>
    public static IReadOnlyList<ReportTable> Of(ReplyReport report) =>
    [
        new("intents", ["intent", .. Figures], [.. report.ByIntent.Select(row => Row(Words.Of(row.Of), row.Answering))]),
        new("days", ["day", .. Figures], [.. report.ByDay.Select(row => Row(row.Of, row.Answering))]),
        new("weeks", ["monday", .. Figures], [.. report.ByWeek.Select(row => Row(row.Of, row.Answering))]),
        new("people", ["person", "replies", "let_be", "first_reply_median_s", "first_reply_90th_s", "as_drafted", "handled_at_the_desk", "handling_median_s", "handling_90th_s"],
            [.. report.ByPerson.Select(Row)]),
        new("waits", ["up_to_minutes", "replies"], [.. report.Bands.Select(band => (IReadOnlyList<object?>)[band.UpToMinutes, band.Replies])]),
        new("backlog", ["day", "waiting_at_its_end"], [.. report.Backlog.Select(day => (IReadOnlyList<object?>)[day.Day, day.Waiting])]),
    ];

    /// <summary>All tables of the dialogue ledger.</summary>
    public static IReadOnlyList<ReportTable> Of(DialogueReport report) =>
    [
        new("talk", ["day", "replies_to_people", "broadcasts", "replies_in_7_days", "posts_in_7_days"],
            [.. report.ByDay.Select(day => (IReadOnlyList<object?>)[day.Day, day.Talk, day.Broadcasts, day.Week.Part, day.Week.Whole])]),
        new("voices", ["name", "replies"], [.. report.Voices.Select(voice => (IReadOnlyList<object?>)[voice.Name, voice.Replies])]),
    ];

    private static IReadOnlyList<object?> Row(object of, Answering sum) =>
    [
        of, sum.Mentions, sum.Answered.Whole, sum.Answered.Part, sum.LetBe, sum.FirstReply.Count, sum.FirstReply.Median, sum.FirstReply.NineInTen,
        sum.WithinTheHour.Part, sum.WithinTheDay.Part, sum.Unchanged.Whole, sum.Unchanged.Part, sum.Handling.Count, sum.Handling.Median, sum.Handling.NineInTen,
    ];

    private static IReadOnlyList<object?> Row(PersonRow row) =>
        [row.Person, row.Replies, row.LetBe, row.FirstReply.Median, row.FirstReply.NineInTen, row.Unchanged.Part, row.Handling.Count, row.Handling.Median, row.Handling.NineInTen];
}
