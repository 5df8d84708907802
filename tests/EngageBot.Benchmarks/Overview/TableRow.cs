using System.Globalization;
using EngageBot.Benchmarks.Figures;

namespace EngageBot.Benchmarks.Overview;

/// <summary>A row of the overview: what was measured, what peers reach, what we do, what is aimed at.</summary>
internal sealed record TableRow(string What, string Peers, string Ours, string Aim = "", string Verdict = "")
{
    public static TableRow Of(string what, string peers, double ours, string format, Aim aim) =>
        new(what, peers, Number(ours, format), aim.ToString(), aim.IsMetBy(ours) ? "met" : "missed");

    public static TableRow Missing(string what, string why) => new(what, "", "not measured", "", why);

    public static string Number(double value, string format = ".000") => value.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>As a row of a Markdown table, which reads well on a screen too.</summary>
    public override string ToString() => $"| {What} | {Peers} | {Ours} | {Aim} | {Verdict} |";
}
