using EngageBot.Library;
using EngageBot.Library.Voice;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Approving;

/// <summary>Hears how a reply sounds beside what it answers. Words far from a person's go out only for a reason that is written down.</summary>
internal sealed class VoiceGuard(PromptLibrary library, TimeProvider clock)
{
    private const int LongestReason = 200;

    public LintReport Hear(string text) => Hear(text, LintContext.Alone);

    public LintReport Hear(string text, Post post, Intent intent) => Hear(text, day => LintContext.For(post, intent, day));

    /// <summary>Null when these words may go out; a reason in one line opens the way for any.</summary>
    public async Task<Decision?> ObjectionAsync(Session session, string mentionId, string text, string? reason)
    {
        if (reason is not null && (reason.Length > LongestReason || reason.AsSpan().ContainsAny('\n', '\r')))
            return new Decision.NotPostable($"The reason must be one line of at most {LongestReason} characters.");
        if (await Repeats.ObjectionAsync(session, mentionId, text, clock) is { } repeat)
            return new Decision.NotPostable(repeat);
        var report = await HearAsync(session, mentionId, text);
        return report.Verdict == LintVerdict.Block && string.IsNullOrWhiteSpace(reason) ? new Decision.NeedsReason(report.Headline, report.Score) : null;
    }

    /// <summary>Whether these words go out only for a reason.</summary>
    public async Task<bool> BlocksAsync(Session session, string mentionId, string text) => (await HearAsync(session, mentionId, text)).Verdict == LintVerdict.Block;

    private async Task<LintReport> HearAsync(Session session, string mentionId, string text)
    {
        var row = await session.FirstOrDefaultAsync<Row>(
            "SELECT text AS Text, intent AS Intent, talker.name AS Name FROM mention JOIN talker ON talker.id = mention.talker_id WHERE mention.id = @mentionId",
            new { mentionId });
        return Hear(text, day => row is null ? LintContext.Alone(day) : new LintContext(row.Text, Words.Parse<Intent>(row.Intent), row.Name, day));
    }

    private LintReport Hear(string text, Func<DateOnly, LintContext> context)
    {
        var words = library.Current.Snapshot;
        return words.Lint.Read(text, context(words.Voice.DayOf(clock.GetUtcNow())));
    }

    private sealed record Row(string Text, string Intent, string Name);
}
