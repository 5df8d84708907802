namespace EngageBot.Library.Voice;

/// <summary>How a reply sounds.</summary>
/// <param name="Score">0 to 100; 100 is a person, 0 an advert. A plain, neutral sentence has <see cref="VoiceLint.Plain"/>.</param>
/// <param name="Findings">What lowers and what raises the score, heaviest cost first.</param>
public sealed record LintReport(int Score, LintVerdict Verdict, IReadOnlyList<LintFinding> Findings)
{
    /// <summary>All of it in one line.</summary>
    public string Headline => Verdict == LintVerdict.Ok
        ? "sounds human"
        : Findings.FirstOrDefault(finding => finding.Points < 0) is { } worst
            ? $"{worst.Rule.Headline}: {worst.Quote}"
            : "sounds flat";
}

/// <summary>One thing that was noticed.</summary>
/// <param name="Points">Taken from the score when negative, added when positive.</param>
/// <param name="Start">Where it stands in the reply; 0 with no length for the reply as a whole.</param>
/// <param name="Quote">The words it is about, in quotation marks, or what is missing.</param>
public sealed record LintFinding(LintRule Rule, int Points, int Start, int Length, string Quote)
{
    /// <summary>In plain words, for example <c>tells people to act: “book now” (-25)</c>.</summary>
    public override string ToString() => $"{Rule.Says}: {Quote} ({Points:+0;-0})";
}

/// <summary>What follows from a score.</summary>
public enum LintVerdict
{
    /// <summary>Good to go.</summary>
    Ok,

    /// <summary>Look again before it goes out.</summary>
    Warn,

    /// <summary>Goes out only for a reason that is written down.</summary>
    Block,
}
