using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Conversing;

/// <summary>Mentions as a draft sees them, to try words on and to draft anew.</summary>
internal sealed class RecentMentions(Database database)
{
    private const string Select =
        """
        SELECT mention.id AS Id, mention.state AS State, mention.conversation_id AS ConversationId, mention.talker_id AS TalkerId,
               mention.post_id AS PostId, mention.in_reply_to AS InReplyTo, conversation.thread_id AS ThreadId, mention.text AS Text, mention.posted_at AS PostedAt,
               intent AS Intent, confidence AS Confidence, reply_welcome AS ReplyWelcome, language AS Language, reasons AS Reasons, typed_by AS TypedBy,
               talker.user_id AS UserId, talker.handle AS Handle, talker.name AS Name,
               account.id AS AccountId, account.network AS Network, account.user_id AS AccountUserId, account.handle AS AccountHandle, account.name AS AccountName,
               (SELECT COUNT(*) FROM reply WHERE reply.conversation_id = mention.conversation_id AND reply.state = 'sent' AND reply.approved_at < mention.seen_at) AS OurTurns,
               answered.user_id AS ParentUserId, answered.handle AS ParentHandle, answered.name AS ParentName, answered.text AS ParentText, answered.posted_at AS ParentAt
        FROM mention
        JOIN conversation ON conversation.id = mention.conversation_id
        JOIN talker ON talker.id = mention.talker_id
        JOIN account ON account.id = mention.account_id
        LEFT JOIN context_post AS answered ON answered.account_id = mention.account_id AND answered.post_id = mention.in_reply_to

        """;

    /// <summary>The latest mentions, whatever became of them, newest first.</summary>
    public Task<IReadOnlyList<RecentMention>> LatestAsync(int most, CancellationToken cancellationToken) =>
        database.ReadAsync(session => ReadAsync(session, "WHERE mention.state <> 'withdrawn' ORDER BY mention.posted_at DESC, mention.id DESC LIMIT @most", new { most = (long)most }), cancellationToken);

    /// <summary>What waits, newest first.</summary>
    public Task<IReadOnlyList<RecentMention>> WaitingAsync(int most, CancellationToken cancellationToken) =>
        database.ReadAsync(session => ReadAsync(session, "WHERE mention.state IN ('waiting', 'snoozed') ORDER BY mention.posted_at DESC, mention.id DESC LIMIT @most", new { most = (long)most }), cancellationToken);

    /// <summary>Null when there is no such mention.</summary>
    public Task<RecentMention?> OneAsync(string mentionId, CancellationToken cancellationToken) =>
        database.ReadAsync(session => OneAsync(session, mentionId), cancellationToken);

    public static async Task<RecentMention?> OneAsync(Session session, string mentionId) =>
        await ReadAsync(session, "WHERE mention.id = @mentionId", new { mentionId }) is [var mention] ? mention : null;

    private static async Task<IReadOnlyList<RecentMention>> ReadAsync(Session session, string which, object parameters) =>
        [.. (await session.QueryAsync<Row>(Select + which, parameters)).Select(row => row.ToMention())];

    private sealed class Row
    {
        public string Id { get; init; } = "";
        public string State { get; init; } = "";
        public string ConversationId { get; init; } = "";
        public string TalkerId { get; init; } = "";
        public string PostId { get; init; } = "";
        public string? InReplyTo { get; init; }
        public string ThreadId { get; init; } = "";
        public string Text { get; init; } = "";
        public long PostedAt { get; init; }
        public string Intent { get; init; } = "";
        public long Confidence { get; init; }
        public long ReplyWelcome { get; init; }
        public string Language { get; init; } = "";
        public string Reasons { get; init; } = "";
        public string? TypedBy { get; init; }
        public string UserId { get; init; } = "";
        public string Handle { get; init; } = "";
        public string Name { get; init; } = "";
        public string AccountId { get; init; } = "";
        public string Network { get; init; } = "";
        public string AccountUserId { get; init; } = "";
        public string AccountHandle { get; init; } = "";
        public string AccountName { get; init; } = "";
        public long OurTurns { get; init; }
        public string? ParentUserId { get; init; }
        public string? ParentHandle { get; init; }
        public string? ParentName { get; init; }
        public string? ParentText { get; init; }
        public long? ParentAt { get; init; }

        private Post? Parent => ParentUserId is null ? null : new Post(InReplyTo!, new Person(ParentUserId, ParentHandle!, ParentName!), ParentText!, Moment.Of(ParentAt!.Value), ThreadId);

        public RecentMention ToMention() => new(
            Id,
            Words.Parse<MentionState>(State),
            ConversationId,
            TalkerId,
            new Post(PostId, new Person(UserId, Handle, Name), Text, Moment.Of(PostedAt), ThreadId, InReplyTo, Language, Parent: Parent),
            new Understanding(Words.Parse<Intent>(Intent), Confidence / 1000d, ReplyWelcome == 1, Language, Lines.Split(Reasons)),
            new Account(AccountId, Network, new Person(AccountUserId, AccountHandle, AccountName)),
            (int)OurTurns,
            TypedBy);
    }
}

/// <summary>One mention and what a draft for it must know.</summary>
/// <param name="OurTurns">How often we had answered in this thread before it.</param>
/// <param name="TypedBy">Who has words of their own lying there; null for nobody.</param>
internal sealed record RecentMention(
    string Id, MentionState State, string ConversationId, string TalkerId, Post Post, Understanding Understanding, Account Account, int OurTurns, string? TypedBy)
{
    /// <summary>The talk without what was said in it: enough to try words on, nothing is worn out.</summary>
    public Talk Outline => Talk.First with { OurTurns = OurTurns };
}
