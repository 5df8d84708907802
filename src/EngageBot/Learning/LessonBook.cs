using EngageBot.Learning.Fitting;
using EngageBot.Model;
using EngageBot.Reading;
using EngageBot.Storage;

namespace EngageBot.Learning;

/// <summary>All that people taught and that may still be learned from: what was deleted, or whose author asked us to stop, is not.</summary>
internal sealed class LessonBook(Database database, MentionReader reader)
{
    // of two lessons on one mention the correction counts
    private const string Standing =
        """
        FROM lesson
        JOIN mention ON mention.id = lesson.mention_id
        JOIN talker ON talker.id = mention.talker_id
        JOIN account ON account.id = mention.account_id
        LEFT JOIN context_post ON context_post.account_id = mention.account_id AND context_post.post_id = mention.in_reply_to
        WHERE mention.text <> '' AND talker.opted_out_at IS NULL
          AND (lesson.kind = 'correction' OR NOT EXISTS (SELECT 1 FROM lesson other WHERE other.mention_id = lesson.mention_id AND other.kind = 'correction'))

        """;

    /// <summary>How many there are, how many of them are newer than a moment, and when the newest came.</summary>
    public Task<LessonCount> CountAsync(long since, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session => (await session.FirstOrDefaultAsync<LessonCount>(
                $"SELECT COUNT(*) AS Total, COUNT(CASE WHEN lesson.at > @since THEN 1 END) AS Fresh {Standing}", new { since }))!,
            cancellationToken);

    /// <summary>The latest lessons with all that learning needs of their mentions.</summary>
    /// <param name="freshSince">Lessons after this moment are new to the heads that read now.</param>
    public async Task<Studied> StudyAsync(int most, long freshSince, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<Row>(
                $"""
                SELECT mention.id AS Id, mention.post_id AS PostId, mention.text AS Text, mention.in_reply_to AS InReplyTo, mention.language AS Language,
                       account.handle AS AccountHandle, account.user_id AS AccountUserId, context_post.user_id AS ParentUserId,
                       lesson.intent AS Intent, lesson.reply_welcome AS Welcome, lesson.at AS At
                {Standing}
                ORDER BY lesson.at DESC, lesson.mention_id DESC LIMIT @most
                """,
                new { most = (long)most }),
            cancellationToken);
        var lessons = new List<Taught>(rows.Count);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            lessons.Add(row.ToTaught(reader, freshSince));
        }
        return new Studied(lessons, rows.Count == 0 ? 0 : rows[0].At);
    }

    /// <summary>Lessons, and when the newest of them came.</summary>
    internal sealed record Studied(IReadOnlyList<Taught> Lessons, long Until);

    private sealed class Row
    {
        public string Id { get; init; } = "";
        public string PostId { get; init; } = "";
        public string Text { get; init; } = "";
        public string? InReplyTo { get; init; }
        public string Language { get; init; } = "";
        public string AccountHandle { get; init; } = "";
        public string AccountUserId { get; init; } = "";
        public string? ParentUserId { get; init; }
        public string? Intent { get; init; }
        public long? Welcome { get; init; }
        public long At { get; init; }

        public Taught ToTaught(MentionReader reader, long freshSince)
        {
            var account = new Account("", "", new Person(AccountUserId, AccountHandle, AccountHandle));
            var parent = ParentUserId is null ? null : Post(InReplyTo!, ParentUserId, "", null);
            return new Taught(
                reader.Study(Post(PostId, "", Text, parent), account),
                Intent is null ? [] : [Words.Parse<Intent>(Intent)],
                Welcome is { } welcome ? welcome == 1 : null,
                CrossCheck.PartOf(Id),
                At > freshSince);
        }

        private Post Post(string id, string author, string text, Post? parent) =>
            new(id, new Person(author, "", ""), text, DateTimeOffset.UnixEpoch, id, parent?.Id, Language, Parent: parent);
    }
}

/// <summary>How many lessons there are, and how many of them are new.</summary>
internal sealed class LessonCount
{
    public long Total { get; init; }
    public long Fresh { get; init; }
}
