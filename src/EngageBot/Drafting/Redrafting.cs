using EngageBot.Conversing;
using EngageBot.Hours;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Drafting;

/// <summary>Gives mentions that wait a new draft after the library has changed.</summary>
internal sealed class Redrafting(Database database, RecentMentions recent, Drafter drafter, DraftShelf drafts, Journal journal, Bell bell, TimeProvider clock)
{
    private const int Most = 1_000;

    /// <summary>What waits and would be answered with this entry now, or was to be until now.</summary>
    public async Task<IReadOnlyList<RecentMention>> ConcernedAsync(string entryId, CancellationToken cancellationToken)
    {
        var drafted = (await database.ReadAsync(
            session => session.QueryAsync<Drafted>(
                """
                SELECT mention_id AS MentionId, sources AS Sources FROM wording
                JOIN mention ON mention.id = wording.mention_id
                WHERE mention.state IN ('waiting', 'snoozed') AND sources LIKE '%' || @entryId || '%'
                """,
                new { entryId }),
            cancellationToken)).Where(wording => Lines.Split(wording.Sources).Contains(entryId)).Select(wording => wording.MentionId).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. (await recent.WaitingAsync(Most, cancellationToken)).AsParallel().AsOrdered().WithCancellation(cancellationToken)
                .Where(mention => drafted.Contains(mention.Id) || Draft(mention, mention.Outline, clock.GetUtcNow()).Wordings.Any(wording => wording.Sources.Contains(entryId))),
        ];
    }

    /// <summary>Drafts these anew, except where a person has typed words of their own or has decided meanwhile; returns how many.</summary>
    public async Task<int> RedraftAsync(IEnumerable<RecentMention> mentions, string editor, string why, CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var mention in mentions)
            done += await database.WriteAsync(session => RedraftAsync(session, mention.Id, editor, why), cancellationToken) ? 1 : 0;
        if (done > 0)
            bell.Ring(Topic.Mentions);
        return done;
    }

    /// <summary>The same for one mention within the caller's transaction; null when it was left alone.</summary>
    public async Task<RecentMention?> RedraftAsync(Session session, string mentionId)
    {
        if (await RecentMentions.OneAsync(session, mentionId) is not { State: MentionState.Waiting or MentionState.Snoozed, TypedBy: null } mention)
            return null;
        var words = await Talks.RecentWordsAsync(session, mention.Account.Id, besides: mentionId);
        var talk = await Talks.WithAsync(session, mention.ConversationId, mention.TalkerId, words, besides: mentionId);
        var draft = Draft(mention, talk, (await HoursBook.OfAsync(session)).LandsAt(clock.GetUtcNow()));
        // guarded by the state: an approval that comes first keeps the draft that it was made from
        var open = await session.ExecuteAsync(
            "UPDATE mention SET let_be_advice = @advice, unanswered = @unanswered WHERE id = @mentionId AND state IN ('waiting', 'snoozed') AND typed_text IS NULL",
            new { mentionId, advice = draft.LetBe, unanswered = draft.Unanswered ? 1L : (long?)null }) == 1;
        if (!open)
            return null;
        await session.ExecuteAsync("DELETE FROM wording WHERE mention_id = @mentionId", new { mentionId });
        await drafts.AddAsync(session, mentionId, draft);
        return mention;
    }

    private async Task<bool> RedraftAsync(Session session, string mentionId, string editor, string why)
    {
        if (await RedraftAsync(session, mentionId) is not { } mention)
            return false;
        await journal.AppendAsync(session, editor, mentionId, "redrafted", mention.State, mention.State, why);
        return true;
    }

    private Draft Draft(RecentMention mention, Talk talk, DateTimeOffset landsAt) => drafter.Draft(mention.Post, mention.Understanding, mention.Account, talk, drafter.MomentFor(mention.Post, mention.Understanding, landsAt, clock.GetUtcNow()));

    private sealed record Drafted(string MentionId, string Sources);
}
