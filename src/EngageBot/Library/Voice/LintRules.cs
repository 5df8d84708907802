namespace EngageBot.Library.Voice;

/// <summary>What <c>voice.yaml</c> says about selling: where the lines are, the organisation's own words, what it gives away.</summary>
/// <param name="WarnBelow">A lower score is pointed out.</param>
/// <param name="BlockBelow">A lower score needs a reason.</param>
/// <param name="Use">Our own words: welcome, and never held against a reply.</param>
/// <param name="Never">Words we never use.</param>
internal sealed record LintRules(int WarnBelow, int BlockBelow, IReadOnlyList<string> Use, IReadOnlyList<string> Never, IReadOnlyList<Offer> Offers)
{
    public const int UsualWarning = 60;
    public const int UsualBlock = 30;

    public static LintRules Usual { get; } = new(UsualWarning, UsualBlock, [], [], []);

    public LintVerdict Judge(int score) => score < BlockBelow ? LintVerdict.Block : score < WarnBelow ? LintVerdict.Warn : LintVerdict.Ok;
}

/// <summary>Something the organisation really gives away.</summary>
/// <param name="Words">A reply that holds any of these speaks of it.</param>
/// <param name="ValidUntil">The last day; null for no end.</param>
/// <param name="Left">How many are still there.</param>
internal sealed record Offer(string Name, IReadOnlyList<string> Words, DateOnly? ValidUntil, int Left)
{
    public bool IsLiveOn(DateOnly day) => Left > 0 && (ValidUntil is null || day <= ValidUntil);
}
