using EngageBot.Conversing;
using EngageBot.Hours;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Listening;

/// <summary>
/// Reads a page of posts, then drafts and stores it a few at a time, the bookmark with the last: a crash before that repeats the page,
/// and nothing of it is stored twice.
/// </summary>
internal sealed class MentionIntake(Database database, CarefulReader reader, MentionShelf shelf, Withdrawals withdrawals, Bell bell, TimeProvider clock)
{
    // People decide meanwhile, and on SQLite one writer waits for the other: none waits for a whole page.
    private const int PerTransaction = 20;

    /// <summary>
    /// What each post that is new to us wants and what the library has for it. That needs nothing but the post, so all cores share it,
    /// and the store stays free meanwhile.
    /// </summary>
    /// <param name="posts">Newest first, as networks give them.</param>
    public async Task<PreparedPage> PrepareAsync(Account account, IReadOnlyList<Post> posts, CancellationToken cancellationToken)
    {
        var fresh = await database.ReadAsync(
            async session =>
            {
                var unknown = new List<Post>();
                foreach (var post in posts.Reverse())
                {
                    if (!await shelf.KnowsAsync(session, account.Id, post.Id))
                        unknown.Add(post);
                }
                return unknown;
            },
            cancellationToken);
        return new PreparedPage([.. fresh.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(post => reader.Read(account, post))]);
    }

    /// <summary>Drafts on what was said up to now, and stores.</summary>
    /// <param name="bookmark">Raises the bookmark in the same transaction; null while older pages are still to be read.</param>
    /// <param name="overlapAt">Notes that the last minutes have been read once more, by a look that began then.</param>
    /// <returns>How many mentions were new.</returns>
    public async Task<int> StoreAsync(Account account, PreparedPage page, string? bookmark, DateTimeOffset? overlapAt, CancellationToken cancellationToken)
    {
        var (fresh, stored) = (0, 0);
        while (page.Posts.Count - stored > PerTransaction)
        {
            fresh += await StoreAsync(account, [.. page.Posts.Skip(stored).Take(PerTransaction)], null, null, cancellationToken);
            stored += PerTransaction;
        }
        return fresh + await StoreAsync(account, [.. page.Posts.Skip(stored)], bookmark, overlapAt, cancellationToken);
    }

    private async Task<int> StoreAsync(Account account, IReadOnlyList<PreparedPost> posts, string? bookmark, DateTimeOffset? overlapAt, CancellationToken cancellationToken)
    {
        Walk.Reached("listening.page-drafted", account.Id);
        var fresh = await database.WriteAsync(
            async session =>
            {
                var count = 0;
                var recent = posts.Count == 0 ? RecentWords.None : await Talks.RecentWordsAsync(session, account.Id);
                var landsAt = posts.Count == 0 ? clock.GetUtcNow() : (await HoursBook.OfAsync(session)).LandsAt(clock.GetUtcNow());
                foreach (var post in posts)
                    count += await StoreAsync(session, account, post, recent, landsAt) ? 1 : 0;
                await shelf.NoteReadAsync(session, account.Id, bookmark, overlapAt);
                Walk.Reached("listening.page-stored", account.Id);
                return count;
            },
            cancellationToken);
        Walk.Reached("listening.page-committed", account.Id);
        if (fresh > 0)
            bell.Ring(Topic.Mentions);
        return fresh;
    }

    private async Task<bool> StoreAsync(Session session, Account account, PreparedPost prepared, RecentWords recent, DateTimeOffset landsAt)
    {
        var post = prepared.Post;
        if (await shelf.KnowsAsync(session, account.Id, post.Id))
            return false;
        var talker = await shelf.TalkerAsync(session, account.Network, post.Author);
        var conversation = await shelf.NextTurnAsync(session, account.Id, post.ThreadId, talker.Id);
        await WordingWorth.NoteAnswerAsync(session, conversation.Id, post.PostedAt);
        if (talker.OptedOutAt is not null && OptOuts.InvitesBack(post.Text))
        {
            await Withdrawals.UndoStopAsync(session, talker.Id);
            talker = talker with { OptedOutAt = null };
        }
        if (talker.OptedOutAt is null && OptOuts.AsksToStop(post.Text))
        {
            await withdrawals.BecauseAskedToStopAsync(session, talker.Id);
            talker = talker with { OptedOutAt = clock.Milliseconds() };
        }
        if (talker.OptedOutAt is not null)
            return await shelf.AddAsync(session, account, post, talker.Id, conversation.Id, prepared.Understanding, new Draft([], "Its author asked us to stop."), MentionState.Withdrawn, Precedence.None);

        var talk = talker.IsNew
            ? Talk.First with { OurWords = recent.Said, Proposed = recent.Proposed, Starters = recent.Starters }
            : await Talks.WithAsync(session, conversation.Id, talker.Id, recent);
        var (understanding, draft, state, precedence) = reader.Word(account, prepared, talk, landsAt);
        if (draft.Wordings is [var first, ..])
            recent.Proposed.Add(first.Text);
        return await shelf.AddAsync(session, account, post, talker.Id, conversation.Id, understanding, draft, state, precedence);
    }
}

/// <summary>A page of posts that are new to us, read but not stored, oldest first.</summary>
internal sealed record PreparedPage(IReadOnlyList<PreparedPost> Posts);
