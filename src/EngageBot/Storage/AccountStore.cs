using EngageBot.Model;

namespace EngageBot.Storage;

/// <summary>The organisation's own accounts and how their line stands: where reading goes on, what stops reading or posting.</summary>
internal sealed class AccountStore(Database database, TimeProvider clock)
{
    /// <summary>Knows this account from now on, under the same key as before if it was known.</summary>
    public Task<Account> EnsureAsync(string network, Person self, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                var id = await session.FirstOrDefaultAsync<string>(
                    """
                    INSERT INTO account (id, network, user_id, handle, name) VALUES (@id, @network, @userId, @handle, @name)
                    ON CONFLICT (network, user_id) DO UPDATE SET handle = excluded.handle, name = excluded.name
                    RETURNING id
                    """,
                    new { id = Ids.New(clock), network, userId = self.UserId, handle = self.Handle, name = self.Name });
                return new Account(id!, network, self);
            },
            cancellationToken);

    public Task<IReadOnlyList<AccountStanding>> AllAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session => (IReadOnlyList<AccountStanding>)[.. (await session.QueryAsync<Row>(SelectStanding + " ORDER BY id")).Select(row => row.ToStanding())],
            cancellationToken);

    /// <summary>Notes why reading stands still, and since when; null when it works again.</summary>
    public Task NoteListeningAsync(string accountId, string? problem, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                """
                UPDATE account
                SET listening_problem_since = CASE WHEN @problem IS NULL THEN NULL ELSE COALESCE(listening_problem_since, @now) END, listening_problem = @problem
                WHERE id = @accountId AND COALESCE(listening_problem, '') <> COALESCE(@problem, '')
                """,
                new { accountId, problem, now = clock.Milliseconds() }),
            cancellationToken);

    /// <summary>Notes that mentions cannot be had any more; a second gap is told beside the first.</summary>
    public Task NoteGapAsync(string accountId, string sentence, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                "UPDATE account SET gap = CASE WHEN gap IS NULL THEN @sentence ELSE gap || ' ' || @sentence END, gap_at = @now WHERE id = @accountId",
                new { accountId, sentence, now = clock.Milliseconds() }),
            cancellationToken);

    /// <summary>Somebody has looked for them by hand.</summary>
    public Task ForgetGapAsync(string accountId, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.ExecuteAsync("UPDATE account SET gap = NULL, gap_at = NULL WHERE id = @accountId", new { accountId }), cancellationToken);

    private const string SelectStanding =
        """
        SELECT id AS Id, network AS Network, user_id AS UserId, handle AS Handle, name AS Name, read_at AS ReadAt,
               listening_problem AS ListeningProblem, listening_problem_since AS ListeningProblemSince,
               posting_problem AS PostingProblem, posting_problem_since AS PostingProblemSince, post_after AS PostAfter,
               bookmark AS Bookmark, timeline_read_at AS TimelineReadAt, gap AS Gap, gap_at AS GapAt
        FROM account
        """;

    private sealed record Row(
        string Id, string Network, string UserId, string Handle, string Name, long? ReadAt,
        string? ListeningProblem, long? ListeningProblemSince, string? PostingProblem, long? PostingProblemSince, long PostAfter,
        string? Bookmark, long? TimelineReadAt, string? Gap, long? GapAt)
    {
        public AccountStanding ToStanding() => new(
            new Account(Id, Network, new Person(UserId, Handle, Name)),
            Moment.Of(ReadAt),
            ListeningProblem, Moment.Of(ListeningProblemSince),
            PostingProblem, Moment.Of(PostingProblemSince), Moment.Of(PostAfter),
            Bookmark, Moment.Of(TimelineReadAt), Gap, Moment.Of(GapAt));
    }
}
