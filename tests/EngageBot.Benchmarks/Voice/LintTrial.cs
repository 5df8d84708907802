using EngageBot.Library;
using EngageBot.Library.Voice;
using EngageBot.Model;
using EngageBot.Reading;

namespace EngageBot.Benchmarks.Voice;

/// <summary>Hears labelled replies as the desk would: the mention beside each is read by the shipped reader, not taken from its label.</summary>
internal sealed class LintTrial
{
    private static readonly DateOnly Day = new(2026, 6, 1);
    private static readonly Account Account = new("", "x", new Person("1", "TheHouse", "The House"));

    private readonly VoiceLint lint;
    private readonly MentionReader reader;

    public LintTrial(string voice, MentionReader reader) => (lint, this.reader) = (new VoiceLint(FileParser.Voice(File.ReadAllText(voice)).Lint), reader);

    public bool Warns(LabelledReply reply) => lint.Read(reply.Text, ContextOf(reply)).Verdict != LintVerdict.Ok;

    public LintReport Hear(string reply, LintContext context) => lint.Read(reply, context);

    public LintContext ContextOf(LabelledReply reply)
    {
        if (reply.Mention is null)
            return LintContext.Alone(Day);
        var post = new Post("1", new Person("2", "somebody", "somebody"), $"@TheHouse {reply.Mention}", DateTimeOffset.UnixEpoch, "1");
        return new LintContext(post.Text, reader.Read(post, Account).Intent, null, Day);
    }
}
