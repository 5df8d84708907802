using EngageBot.Storage;

namespace EngageBot.Approving.Knowing;

/// <summary>Reads all that the store holds about one person.</summary>
internal sealed class HeldAbout(Database database, TimeProvider clock)
{
    /// <param name="handle">With or without its @, in any case. Of two who bore it one after the other, the one who wrote last.</param>
    /// <returns>Null when nothing is held.</returns>
    public Task<Held?> HandleAsync(string handle, CancellationToken cancellationToken) =>
        database.ReadAsync(async session => await TalkerAsync(session, handle) is { } id ? await ReadAsync(session, id) : null, cancellationToken);

    /// <summary>About whoever wrote this; null when there is no such mention.</summary>
    public Task<Held?> AuthorAsync(string mentionId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session => await session.FirstOrDefaultAsync<string>("SELECT talker_id FROM mention WHERE id = @mentionId", new { mentionId }) is { } id ? await ReadAsync(session, id) : null,
            cancellationToken);

    /// <summary>The key of whoever bears this handle; null when nobody we know does.</summary>
    public static Task<string?> TalkerAsync(Session session, string handle) =>
        session.FirstOrDefaultAsync<string>(
            """
            SELECT talker.id FROM talker WHERE LOWER(talker.handle) = @handle AND talker.user_id NOT LIKE 'forgotten %'
            ORDER BY (SELECT COALESCE(MAX(posted_at), 0) FROM mention WHERE mention.talker_id = talker.id) DESC LIMIT 1
            """,
            new { handle = handle.Trim().TrimStart('@').ToLowerInvariant() });

    private async Task<Held?> ReadAsync(Session session, string talkerId)
    {
        var person = (await session.FirstOrDefaultAsync<PersonRow>(
            "SELECT network AS Network, user_id AS UserId, handle AS Handle, name AS Name, opted_out_at AS OptedOutAt FROM talker WHERE id = @talkerId", new { talkerId }))!;
        var mentions = new List<HeldMention>();
        foreach (var row in await session.QueryAsync<MentionRow>(
            """
            SELECT mention.id AS Id, mention.post_id AS PostId, account.handle AS Account, mention.posted_at AS At, mention.text AS Text, mention.intent AS Intent,
                   mention.language AS Language, mention.state AS State, mention.let_be_reason AS LetBe
            FROM mention JOIN account ON account.id = mention.account_id WHERE mention.talker_id = @talkerId ORDER BY mention.posted_at, mention.id
            """,
            new { talkerId }))
            mentions.Add(row.ToHeld(await AnswersAsync(session, row.Id), await StepsAsync(session, row.Id)));
        return new Held(
            person.Network, person.UserId, person.Handle, person.Name, Moment.Of(person.OptedOutAt), clock.GetUtcNow(), mentions,
            await PostsAsync(session, "SELECT post_id AS PostId, posted_at AS At, text AS Text FROM context_post WHERE user_id = @UserId ORDER BY posted_at", new { person.UserId }),
            await PromisesAsync(session, talkerId),
            [.. (await session.QueryAsync<NoteRow>(
                "SELECT note.at AS At, note.text AS Text FROM note JOIN conversation ON conversation.id = note.conversation_id WHERE conversation.talker_id = @talkerId ORDER BY note.at", new { talkerId }))
                .Select(note => new HeldNote(Moment.Of(note.At), note.Text))]);
    }

    // what we said from here, and from a phone
    private static Task<IReadOnlyList<HeldPost>> AnswersAsync(Session session, string mentionId) =>
        PostsAsync(
            session,
            """
            SELECT post_id AS PostId, state_since AS At, text AS Text FROM reply WHERE mention_id = @mentionId AND state = 'sent'
            UNION ALL
            SELECT context_post.post_id, context_post.posted_at, context_post.text FROM mention
            JOIN context_post ON context_post.account_id = mention.account_id AND context_post.in_reply_to = mention.post_id
            JOIN account ON account.id = mention.account_id AND account.user_id = context_post.user_id
            WHERE mention.id = @mentionId AND NOT EXISTS (SELECT 1 FROM reply WHERE reply.mention_id = mention.id AND reply.post_id = context_post.post_id)
            ORDER BY At
            """,
            new { mentionId });

    private static async Task<IReadOnlyList<HeldPost>> PostsAsync(Session session, string sql, object parameters) =>
        [.. (await session.QueryAsync<PostRow>(sql, parameters)).Select(post => new HeldPost(post.PostId, Moment.Of(post.At), post.Text))];

    private static async Task<IReadOnlyList<HeldStep>> StepsAsync(Session session, string mentionId) =>
        [.. (await Journal.OfAsync(session, mentionId)).Select(entry => new HeldStep(entry.At, entry.What))];

    private static async Task<IReadOnlyList<HeldPromise>> PromisesAsync(Session session, string talkerId) =>
    [
        .. (await session.QueryAsync<PromiseRow>(
            """
            SELECT promise.made_at AS MadeAt, promise.due_at AS DueAt, promise.state AS State, COALESCE(reply.text, context_post.text, '') AS Said
            FROM promise
            JOIN mention ON mention.id = promise.mention_id
            LEFT JOIN reply ON reply.id = promise.reply_id
            LEFT JOIN context_post ON context_post.account_id = mention.account_id AND context_post.post_id = promise.post_id
            WHERE promise.talker_id = @talkerId ORDER BY promise.made_at
            """,
            new { talkerId })).Select(row => new HeldPromise(Moment.Of(row.MadeAt), Moment.Of(row.DueAt), row.State, row.Said)),
    ];

    private sealed record PersonRow(string Network, string UserId, string Handle, string Name, long? OptedOutAt);

    private sealed record MentionRow(string Id, string PostId, string Account, long At, string Text, string Intent, string Language, string State, string? LetBe)
    {
        public HeldMention ToHeld(IReadOnlyList<HeldPost> answers, IReadOnlyList<HeldStep> steps) => new(PostId, Account, Moment.Of(At), Text, Intent, Language, State, LetBe, answers, steps);
    }

    private sealed record PostRow(string? PostId, long At, string Text);

    private sealed record PromiseRow(long MadeAt, long DueAt, string State, string Said);

    private sealed record NoteRow(long At, string Text);
}
