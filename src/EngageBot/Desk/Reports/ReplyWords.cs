using EngageBot.Desk.Translation;
using EngageBot.Reporting;

namespace EngageBot.Desk.Reports;

/// <summary>The sentences over the figures: each says what its chart shows.</summary>
internal sealed class ReplyWords(Phrases T)
{
    private readonly Amounts say = new(T);

    public string Summary(ReplyReport report) => report switch
    {
        { All.Mentions: 0 } => T["Nobody wrote to us between {0} and {1}.", say.Day(report.First), say.Day(report.Last)],
        { All.FirstReply.Count: 0, ByDay.Count: 7 } => T["{0}. Nothing answered yet this week.", People(report)],
        { All.FirstReply.Count: 0 } => T["{0}. Nothing answered yet.", People(report)],
        _ => T[
            "{0}: {1} deserved an answer and {2} got one, half of them within {3}.",
            People(report), say.Number(report.All.Answered.Whole), say.Number(report.All.Answered.Part), say.Time(report.All.FirstReply.Median)],
    };

    public string WithinTheHour(ReplyReport report) => report.All.WithinTheHour.Ratio is { } ratio
        ? T["Replies within the hour: {0}", say.Percent(ratio)]
        : T["Nothing answered yet"];

    public string MedianWait(ReplyReport report) => report.All.FirstReply is { Median: { } median, NineInTen: { } nine }
        ? T["Half waited less than {0}, nine in ten less than {1}", say.Time(median), say.Time(nine)]
        : T["Nobody has waited to the end yet"];

    public string Answered(ReplyReport report) => report.All.Answered.Ratio is { } ratio
        ? T["Answered of what deserved it: {0}", say.Percent(ratio)]
        : T["Nothing that deserved an answer"];

    public string Backlog(ReplyReport report) => report.Backlog switch
    {
        [] => T["Nothing to tell of these days"],
        [.., var last] when last.Day != report.Last || report.CountedAt >= new Period(last.Day, last.Day, TimeZoneInfo.FindSystemTimeZoneById(report.Zone)).Until =>
            T[last.Waiting, "One mention waited at the end", "{0:N0} mentions waited at the end"],
        [var first, .., var last] when last.Waiting != first.Waiting => last.Waiting < first.Waiting
            ? T["{0} wait now, {1} fewer than on {2}", say.Number(last.Waiting), say.Number(first.Waiting - last.Waiting), say.Day(first.Day)]
            : T["{0} wait now, {1} more than on {2}", say.Number(last.Waiting), say.Number(last.Waiting - first.Waiting), say.Day(first.Day)],
        [.., var last] => T[last.Waiting, "One mention waits now", "{0:N0} mentions wait now"],
    };

    public string AsDrafted(ReplyReport report) => report.All.Unchanged.Ratio is { } ratio
        ? T["Sent as drafted: {0}", say.Percent(ratio)]
        : T["No draft has been approved yet"];

    public string Seconds(ReplyReport report) => report.All.Handling.Median is { } median
        ? T["Half of all letters took less than {0}", say.Time(median)]
        : T["No letter was decided at the desk yet"];

    public string SmallPrint(ReplyReport report) => report.HoursAreSet
        ? T["Waiting is counted from the follower's post to our first public reply, by whatever app, and rests while the house is closed. Days are those of {0}.", report.Zone]
        : T["Waiting is counted from the follower's post to our first public reply, by whatever app, day and night. Days are those of {0}.", report.Zone];

    private string People(ReplyReport report) => T[report.All.Mentions, "One mention", "{0:N0} mentions"];
}
