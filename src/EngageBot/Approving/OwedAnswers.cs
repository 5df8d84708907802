using EngageBot.Conversing;
using EngageBot.Drafting;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Approving;

/// <summary>
/// What we promised to find out and have not told yet. X allows one reply per mention: where they wrote again since, that mention
/// takes the answer; else a person tells them by hand, and our own timeline shows that it was done.
/// </summary>
internal sealed class OwedAnswers(Database database, Approvals approvals, Redrafting redrafting, Drafter drafter, Journal journal, Bell bell, TimeProvider clock)
{
    /// <summary>Open promises, the one due first on top.</summary>
    public async Task<IReadOnlyList<OwedAnswer>> ListAsync(int limit, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<Row>(Select + " ORDER BY promise.due_at, promise.id LIMIT @limit", new { limit = (long)limit }), cancellationToken);
        return [.. rows.Select(row => row.ToOwed(clock.GetUtcNow()))];
    }

    /// <summary>How many are owed, and how many of them are late.</summary>
    public async Task<(long Open, long Late)> CountAsync(CancellationToken cancellationToken) =>
        await database.ReadAsync(
            async session => (
                await session.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM promise WHERE state = 'open'"),
                await session.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM promise WHERE state = 'open' AND due_at < @now", new { now = clock.Milliseconds() })),
            cancellationToken);

    /// <summary>What would be told: null while the library does not know it.</summary>
    public Task<Wording?> WordsAsync(OwedAnswer owed, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session =>
            {
                if (await RecentMentions.OneAsync(session, owed.MentionId) is not { } mention)
                    return null;
                if (await MakerWords.ForAsync(session, mention.Id) is [var told, ..])
                    return told;
                var words = await Talks.RecentWordsAsync(session, mention.Account.Id, besides: mention.Id);
                var talk = await Talks.WithAsync(session, mention.ConversationId, mention.TalkerId, words);
                return drafter.Tell(mention.Post, mention.Understanding, mention.Account, talk with { Owed = owed.Asked }, clock.GetUtcNow()).Wordings is [var first, ..] ? first : null;
            },
            cancellationToken);

    /// <summary>Brings the mention that can take the answer to the queue, drafted anew; null when they have not written again.</summary>
    public async Task<string?> TakeUpAsync(OwedAnswer owed, string person, CancellationToken cancellationToken)
    {
        if (owed.SlotId is not { } slot)
            return null;
        await approvals.ReopenAsync(slot, person, cancellationToken);
        var drafted = await database.WriteAsync(async session => await redrafting.RedraftAsync(session, slot) is not null, cancellationToken);
        bell.Ring(Topic.Mentions);
        return drafted ? slot : null;
    }

    /// <summary>Nobody has to find out any more. False when it was settled before.</summary>
    public async Task<bool> ReleaseAsync(OwedAnswer owed, string person, string why, CancellationToken cancellationToken)
    {
        var released = await database.WriteAsync(
            async session =>
            {
                if (await Promises.ReleaseAsync(session, owed.Id, person, why, clock) == 0)
                    return false;
                await journal.AppendAsync(session, person, owed.MentionId, "released", owed.State, owed.State, why);
                return true;
            },
            cancellationToken);
        if (released)
            bell.Ring(Topic.Mentions);
        return released;
    }

    private const string Select =
        """
        SELECT promise.id AS Id, promise.mention_id AS MentionId, promise.made_at AS MadeAt, promise.due_at AS DueAt, mention.text AS Asked, mention.post_id AS PostId,
               mention.state AS State, mention.unanswered AS Unanswered, COALESCE(reply.text, by_hand.text, '') AS Said, talker.user_id AS UserId, talker.handle AS Handle, talker.name AS Name,
               slot.id AS SlotId, slot.text AS SlotText,
               (SELECT COUNT(*) FROM promise AS told WHERE told.conversation_id = promise.conversation_id AND told.state = 'kept') AS Told
        FROM promise
        JOIN mention ON mention.id = promise.mention_id
        LEFT JOIN mention AS slot ON slot.id = (SELECT later.id FROM mention AS later WHERE later.conversation_id = promise.conversation_id AND later.posted_at > promise.made_at
                  AND later.state IN ('waiting', 'snoozed', 'let-be')
                  AND later.in_reply_to IN (SELECT ours.post_id FROM reply AS ours WHERE ours.conversation_id = promise.conversation_id AND ours.state = 'sent'
                                           UNION ALL SELECT said.post_id FROM context_post AS said JOIN account ON account.id = said.account_id AND account.user_id = said.user_id
                                                     JOIN mention AS theirs ON theirs.account_id = said.account_id AND theirs.post_id = said.in_reply_to
                                                     WHERE theirs.conversation_id = promise.conversation_id) ORDER BY later.posted_at DESC, later.id DESC LIMIT 1)
        LEFT JOIN reply ON reply.id = promise.reply_id
        LEFT JOIN context_post AS by_hand ON by_hand.account_id = mention.account_id AND by_hand.post_id = promise.post_id
        JOIN talker ON talker.id = promise.talker_id AND talker.opted_out_at IS NULL
        WHERE promise.state = 'open'
        """;

    private sealed record Row(
        string Id, string MentionId, long MadeAt, long DueAt, string Asked, string PostId, string State, long? Unanswered, string Said, string UserId, string Handle, string Name, string? SlotId, string? SlotText, long Told)
    {
        /// <summary>Under a goodbye one tells what was really asked, and once; anything else goes under the words that it answers, by hand.</summary>
        private bool Takes => SlotText is null || Endings.ReasonIn(SlotText) is null || (Told == 0 && Speech.Asks(Asked));

        public OwedAnswer ToOwed(DateTimeOffset now) => new(
            Id, MentionId, new Person(UserId, Handle, Name), PostId, Asked, Said, Moment.Of(MadeAt), Moment.Of(DueAt), Moment.Of(DueAt) < now, Takes ? SlotId : null, Words.Parse<MentionState>(State));
    }
}

/// <summary>A promise that is open.</summary>
/// <param name="MentionId">Where they asked.</param>
/// <param name="Said">What we promised.</param>
/// <param name="SlotId">A later mention of theirs that a reply may answer; null where they have not written since, or have closed the talk.</param>
/// <param name="State">Where the mention that asked stands.</param>
public sealed record OwedAnswer(
    string Id, string MentionId, Person Author, string PostId, string Asked, string Said, DateTimeOffset MadeAt, DateTimeOffset DueAt, bool IsLate, string? SlotId, MentionState State)
{
    /// <summary>Where a person can tell them with their own hands.</summary>
    public string HandOff(string text) => $"https://x.com/intent/post?in_reply_to={PostId}&text={Uri.EscapeDataString(text)}";
}
