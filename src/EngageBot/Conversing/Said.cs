using EngageBot.Language;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Conversing;

/// <summary>
/// Keeps what was said where the search finds it, always in the transaction that stores, posts or withdraws it:
/// what is gone from the store is gone from the search at the same moment.
/// </summary>
internal static class Said
{
    private const int PerMillisecond = 12;

    private const string OfMention =
        """
        SELECT 'mention' AS Kind, mention.id AS Id, mention.id AS MentionId, talker.user_id AS UserId, talker.name AS Name, talker.handle AS Handle, mention.text AS Text, mention.language AS Language, mention.posted_at AS At
        FROM mention JOIN talker ON talker.id = mention.talker_id WHERE mention.id = @mentionId AND mention.state <> 'withdrawn' AND mention.text <> ''
        """;

    private const string OfReplies =
        """
        SELECT 'reply' AS Kind, reply.id AS Id, mention.id AS MentionId, account.user_id AS UserId, account.name AS Name, account.handle AS Handle, reply.text AS Text, mention.language AS Language, reply.state_since AS At
        FROM reply JOIN mention ON mention.id = reply.mention_id JOIN account ON account.id = reply.account_id
        WHERE reply.mention_id = @mentionId AND reply.state = 'sent'
        """;

    private const string OfContext =
        """
        SELECT 'context' AS Kind, context_post.post_id AS Id, mention.id AS MentionId, context_post.user_id AS UserId, context_post.name AS Name, context_post.handle AS Handle, context_post.text AS Text, mention.language AS Language, context_post.posted_at AS At
        FROM mention JOIN context_post ON context_post.account_id = mention.account_id AND (context_post.post_id = mention.in_reply_to OR (context_post.post_id = @postId AND context_post.in_reply_to = mention.post_id))
        WHERE mention.id = @mentionId
          AND NOT EXISTS (SELECT 1 FROM reply WHERE reply.mention_id = mention.id AND reply.post_id = context_post.post_id)
          AND NOT EXISTS (SELECT 1 FROM mention AS known WHERE known.account_id = context_post.account_id AND known.post_id = context_post.post_id)
        """;

    /// <summary>A mention that has just been stored, and the post that it answers.</summary>
    public static async Task MentionAsync(Session session, string mentionId, Post post, string language)
    {
        await AddAsync(session, new Row
        {
            Kind = "mention",
            Id = mentionId,
            MentionId = mentionId,
            UserId = post.Author.UserId,
            Name = post.Author.Name,
            Handle = post.Author.Handle,
            Text = post.Text,
            Language = language,
            At = post.PostedAt.ToUnixTimeMilliseconds(),
        });
        if (post.InReplyTo is not null)
            await AddAsync(session, OfContext, new { mentionId, postId = "" });
    }

    /// <summary>All that was said about a mention before the search knew of it.</summary>
    public static async Task EverythingAsync(Session session, string mentionId)
    {
        await AddAsync(session, OfMention, new { mentionId });
        await AddAsync(session, OfReplies, new { mentionId });
        await AddAsync(session, OfContext, new { mentionId, postId = "" });
    }

    /// <summary>Our replies to a mention as far as they are public.</summary>
    public static Task RepliesAsync(Session session, string mentionId) => AddAsync(session, OfReplies, new { mentionId });

    /// <summary>What we said to a mention from another app.</summary>
    public static Task ElsewhereAsync(Session session, string mentionId, string postId) => AddAsync(session, OfContext, new { mentionId, postId });

    /// <summary>What they said may not be found any longer; what we said to it is public and stays.</summary>
    public static async Task ForgetMentionAsync(Session session, string mentionId)
    {
        await session.ExecuteAsync("DELETE FROM said_backlog WHERE mention_id = @mentionId", new { mentionId });
        await session.ExecuteAsync("DELETE FROM said WHERE id = @mentionId OR id = (SELECT post_id FROM mention WHERE id = @mentionId)", new { mentionId });
    }

    private static async Task AddAsync(Session session, string which, object parameters)
    {
        foreach (var row in await session.QueryAsync<Row>(which, parameters))
        {
            if (await session.FirstOrDefaultAsync<string>("SELECT id FROM said WHERE id = @Id", new { row.Id }) is null)
                await AddAsync(session, row);
        }
    }

    /// <summary>The number is the time of saying and a few bits to tell apart what was said at once; a taken one is passed over.</summary>
    private static async Task AddAsync(Session session, Row row)
    {
        var words = WordsOf(row.Text, row.Name, row.Handle, row.Language);
        for (var number = row.At << PerMillisecond; ; number++)
        {
            var added = await session.ExecuteAsync(
                "INSERT INTO said (number, id, mention_id, kind, user_id, words) VALUES (@number, @Id, @MentionId, @Kind, @UserId, @words) ON CONFLICT (number) DO NOTHING",
                new { number, row.Id, row.MentionId, row.Kind, row.UserId, words });
            if (added == 1)
                return;
        }
    }

    /// <summary>Everything by which a saying is found.</summary>
    internal static string WordsOf(string text, string name, string handle, string language) => $"{Folding.Join(text, name, handle)} {InLanguage(language)}";

    /// <summary>A word that nobody says and that stands in everything of a language.</summary>
    internal static string InLanguage(string language) => $"zzlang{Folding.Join(language)}".Replace(" ", "", StringComparison.Ordinal);

    private sealed class Row
    {
        public string Kind { get; init; } = "";
        public string Id { get; init; } = "";
        public string MentionId { get; init; } = "";
        public string UserId { get; init; } = "";
        public string Name { get; init; } = "";
        public string Handle { get; init; } = "";
        public string Text { get; init; } = "";
        public string Language { get; init; } = "";
        public long At { get; init; }
    }
}
