using EngageBot.Desk.Translation;
using EngageBot.Reporting;

namespace EngageBot.Desk.Reports;

/// <summary>The sentences of the dialogue ledger.</summary>
internal sealed class DialogueWords(Phrases T)
{
    private const int Named = 4;
    private readonly Amounts say = new(T);

    public string Summary(DialogueReport report) => report.Talk switch
    {
        { Whole: 0 } => T["We said nothing in public between {0} and {1}.", say.Day(report.First), say.Day(report.Last)],
        var talk when talk.Part == talk.Whole => T[talk.Whole, "Our one post answered somebody.", "All of our {0:N0} posts answered somebody."],
        var talk => T["{0} of our {1} posts answered somebody; the others told everybody something.", say.Number(talk.Part), say.Number(talk.Whole)],
    };

    public string Talk(DialogueReport report) => T["Talk among all we say: {0}", say.Percent(report.Talk)];

    public string Warning(DialogueReport report) =>
        T["In the last seven days we told more than we talked: {0} of {1} posts answered somebody. A reply or two more, or an announcement less, turns it.", say.Number(report.LastWeek.Part), say.Number(report.LastWeek.Whole)];

    public string CameBack(DialogueReport report) => report.CameBack.Whole == 0
        ? T["Nobody was answered yet."]
        : T["{0} of {1} people wrote to us again after we answered.", say.Number(report.CameBack.Part), say.Number(report.CameBack.Whole)];

    public string Turns(DialogueReport report) => report.Turns is { } turns
        ? T["A talk has {0} turns on average, theirs and ours.", say.Number(turns)]
        : Amounts.None;

    public string AskedBack(DialogueReport report) => report.AskedBack.Whole == 0
        ? Amounts.None
        : T["{0} of our replies ask something.", say.Percent(report.AskedBack)];

    public string Fresh(DialogueReport report) => report.Freshness is { } freshness
        ? T["Half of our replies share less than {0} of their words with any of the 200 before.", say.Percent(1 - freshness)]
        : Amounts.None;

    public string Voices(DialogueReport report) => report.Voices.Count switch
    {
        0 => T["Nobody from backstage was quoted."],
        <= Named => T[report.Voices.Count, "One maker was quoted: {1}.", "{0} makers were quoted: {1}.", Names(report)],
        _ => T["{0} makers were quoted: {1} and others.", report.Voices.Count, Names(report)],
    };

    private static string Names(DialogueReport report) => string.Join(", ", report.Voices.Take(Named).Select(voice => voice.Name));
}
