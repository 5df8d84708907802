using EngageBot.Library.Voice;
using EngageBot.Model;

namespace EngageBot.Tests.Library.Voice;

/// <summary>Listens to one reply as the lint does.</summary>
internal static class Ear
{
    public static readonly DateOnly Today = new(2026, 6, 1);

    public static LintReport Hear(string reply, string? mention = null, Intent? intent = null, string? author = null, LintRules? rules = null) =>
        new VoiceLint(rules ?? LintRules.Usual).Read(reply, new LintContext(mention, intent, author, Today));

    public static IReadOnlyList<string> Rules(this LintReport report) => [.. report.Findings.Select(finding => finding.Rule.Key).Distinct()];
}
