using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Conversing;

/// <summary>Whose turn it is in a conversation, from what was said in it; asked anew each time, so that it stays true as time goes by.</summary>
internal static class WhoseTurn
{
    /// <summary>After so long hardly anybody comes back to a thread.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromDays(3);

    private const string Select =
        """
        SELECT talker.opted_out_at AS OptedOutAt,
               latest.text AS LatestText, latest.posted_at AS LatestAt, latest.state AS LatestState, latest.state_since AS LatestSince, latest.let_be_reason AS LetBeReason,
               awaiting.text AS OpenText, awaiting.posted_at AS OpenAt, awaiting.let_be_advice AS OpenAdvice,
               (SELECT COUNT(*) FROM reply WHERE reply.conversation_id = conversation.id AND reply.state IN ('held', 'sending', 'unclear')) AS OnItsWay,
               (SELECT COUNT(*) FROM mention WHERE mention.conversation_id = conversation.id AND mention.state IN ('answered', 'answered-elsewhere')) AS Answered,
               (SELECT MAX(state_since) FROM reply WHERE reply.conversation_id = conversation.id AND reply.state = 'sent') AS SaidAt
        FROM conversation
        JOIN talker ON talker.id = conversation.talker_id
        JOIN mention AS latest ON latest.id = (SELECT id FROM mention WHERE mention.conversation_id = conversation.id ORDER BY posted_at DESC, id DESC LIMIT 1)
        LEFT JOIN mention AS awaiting ON awaiting.id =
            (SELECT id FROM mention WHERE mention.conversation_id = conversation.id AND mention.state IN ('waiting', 'snoozed', 'needs-attention') ORDER BY posted_at DESC, id DESC LIMIT 1)
        WHERE conversation.id = @conversationId
        """;

    /// <summary>Null when nothing was ever said in it.</summary>
    public static async Task<TalkStanding?> InAsync(Session session, string conversationId, TimeProvider clock) =>
        await session.FirstOrDefaultAsync<Row>(Select, new { conversationId }) is { } row ? Of(row, clock.GetUtcNow()) : null;

    private static TalkStanding Of(Row talk, DateTimeOffset now)
    {
        if (talk.OptedOutAt is { } stopped)
            return new TalkStanding(TalkState.Ended, Moment.Of(stopped), "They asked us to stop.");
        var latestAt = Moment.Of(talk.LatestAt);
        if (talk.OpenAt is { } openAt)
            return talk is { Answered: > 0, OpenAdvice: not null } && Endings.ReasonIn(talk.OpenText!) is { } goodbye
                ? new TalkStanding(TalkState.Ended, Moment.Of(openAt), goodbye)
                : new TalkStanding(TalkState.OurTurn, Moment.Of(openAt));
        if (talk.OnItsWay > 0)
            return new TalkStanding(TalkState.TheirTurn, Moment.Of(talk.LatestSince), "Our reply is on its way.");
        return Words.Parse<MentionState>(talk.LatestState) switch
        {
            MentionState.LetBe => new TalkStanding(TalkState.Ended, Moment.Of(talk.LatestSince), talk.LetBeReason),
            MentionState.Withdrawn => new TalkStanding(TalkState.Ended, Moment.Of(talk.LatestSince), "What they said last is gone from the network."),
            _ when talk.Answered > 1 && Endings.ReasonIn(talk.LatestText) is { } goodbye => new TalkStanding(TalkState.Ended, latestAt, goodbye),
            _ => AfterOurs(Moment.Of(Math.Max(talk.SaidAt ?? 0, talk.LatestAt)), now),
        };
    }

    private static TalkStanding AfterOurs(DateTimeOffset saidAt, DateTimeOffset now) =>
        now - saidAt > Rest ? new TalkStanding(TalkState.Resting, saidAt + Rest) : new TalkStanding(TalkState.TheirTurn, saidAt);

    private sealed class Row
    {
        public long? OptedOutAt { get; init; }
        public string LatestText { get; init; } = "";
        public long LatestAt { get; init; }
        public string LatestState { get; init; } = "";
        public long LatestSince { get; init; }
        public string? LetBeReason { get; init; }
        public string? OpenText { get; init; }
        public long? OpenAt { get; init; }
        public string? OpenAdvice { get; init; }
        public long OnItsWay { get; init; }
        public long Answered { get; init; }
        public long? SaidAt { get; init; }
    }
}
