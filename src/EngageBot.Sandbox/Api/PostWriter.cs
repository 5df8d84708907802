using System.Globalization;
using System.Text.Json;
using EngageBot.Sandbox.Square;

namespace EngageBot.Sandbox.Api;

/// <summary>Writes posts and users with the members that were asked for.</summary>
internal static class PostWriter
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    private static readonly TimeSpan EditWindow = TimeSpan.FromHours(1);

    public static void Write(Utf8JsonWriter json, Post post, Shape shape, DateTimeOffset now)
    {
        var members = shape.Post;
        json.WriteStartObject();
        json.WriteString("id"u8, post.IdText);
        json.WriteString("text"u8, post.Shortened ?? post.Text);
        json.WriteStartArray(shape.Words.EditHistory);
        foreach (var id in post.EditHistory)
            WriteId(json, id);
        json.WriteEndArray();
        if (members.HasFlag(PostMembers.Author))
            json.WriteString("author_id"u8, post.Author.IdText);
        if (shape.AuthorHandle)
            json.WriteString("username"u8, post.Author.Handle);
        if (members.HasFlag(PostMembers.Conversation))
        {
            json.WritePropertyName("conversation_id"u8);
            WriteId(json, post.ConversationId);
        }

        if (members.HasFlag(PostMembers.Created))
            WriteTime(json, "created_at"u8, post.CreatedAt);
        if (members.HasFlag(PostMembers.Language))
            json.WriteString("lang"u8, post.Language);
        if (members.HasFlag(PostMembers.InReplyToUser) && post.InReplyTo is { } parent)
            json.WriteString("in_reply_to_user_id"u8, parent.Author.IdText);
        if (members.HasFlag(PostMembers.References))
            WriteReferences(json, post, shape.Words.References);
        if (members.HasFlag(PostMembers.Entities))
            WriteEntities(json, post.Entities, post.Shortened is null ? int.MaxValue : post.Shortened.Length - 1);
        if (members.HasFlag(PostMembers.Note) && post.Shortened is not null)
            WriteNote(json, post, shape.Words.Note);
        WriteRare(json, post, shape, now);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, User user, Shape shape)
    {
        var members = shape.User;
        json.WriteStartObject();
        json.WriteString("id"u8, user.IdText);
        json.WriteString("name"u8, user.Name);
        json.WriteString("username"u8, user.Handle);
        if (members.HasFlag(UserMembers.Created))
            WriteTime(json, "created_at"u8, user.CreatedAt);
        if (members.HasFlag(UserMembers.Description))
            json.WriteString("description"u8, user.Description);
        if (members.HasFlag(UserMembers.Image))
            json.WriteString("profile_image_url"u8, "https://abs.twimg.com/sticky/default_profile_images/default_profile_normal.png");
        if (members.HasFlag(UserMembers.Protected))
            json.WriteBoolean("protected"u8, user.IsProtected);
        if (members.HasFlag(UserMembers.Verified))
            json.WriteBoolean("verified"u8, user.IsVerified);
        if (members.HasFlag(UserMembers.VerifiedType))
            json.WriteString("verified_type"u8, user.IsVerified ? "blue" : "none");
        if (members.HasFlag(UserMembers.Metrics))
            WriteMetrics(json, user, shape.Words);
        json.WriteEndObject();
    }

    private static void WriteRare(Utf8JsonWriter json, Post post, Shape shape, DateTimeOffset now)
    {
        var members = shape.Post;
        if ((members & (PostMembers.Metrics | PostMembers.EditControls | PostMembers.DisplayRange
            | PostMembers.ReplySettings | PostMembers.Sensitive | PostMembers.Source)) == 0)
            return;
        if (members.HasFlag(PostMembers.Metrics))
            WriteMetrics(json, post, shape.Words);
        if (members.HasFlag(PostMembers.EditControls))
            WriteEditControls(json, post, now);
        if (members.HasFlag(PostMembers.DisplayRange))
            WriteDisplayRange(json, post);
        if (members.HasFlag(PostMembers.ReplySettings))
            json.WriteString("reply_settings"u8, post.ReplySettings);
        if (members.HasFlag(PostMembers.Sensitive))
            json.WriteBoolean("possibly_sensitive"u8, false);
        if (members.HasFlag(PostMembers.Source))
            json.WriteString("source"u8, "Sandbox");
    }

    private static void WriteReferences(Utf8JsonWriter json, Post post, string name)
    {
        if (post.InReplyTo is null && post.Quoted is null)
            return;
        json.WriteStartArray(name);
        if (post.Quoted is { } quoted)
            WriteReference(json, "quoted"u8, quoted);
        if (post.InReplyTo is { } parent)
            WriteReference(json, "replied_to"u8, parent);
        json.WriteEndArray();
    }

    private static void WriteReference(Utf8JsonWriter json, ReadOnlySpan<byte> type, Post to)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, type);
        json.WriteString("id"u8, to.IdText);
        json.WriteEndObject();
    }

    private static void WriteEntities(Utf8JsonWriter json, Entities entities, int below)
    {
        if (entities.IsEmpty)
            return;
        json.WriteStartObject("entities"u8);
        WriteList(json, "mentions"u8, entities.Mentions.Where(mention => mention.End <= below), mention =>
        {
            WriteSpan(json, mention.Start, mention.End);
            json.WriteString("username"u8, mention.Username);
            json.WritePropertyName("id"u8);
            WriteId(json, mention.UserId);
        });
        WriteList(json, "urls"u8, entities.Urls.Where(url => url.End <= below), url =>
        {
            WriteSpan(json, url.Start, url.End);
            json.WriteString("url"u8, url.Url);
            json.WriteString("expanded_url"u8, url.Expanded);
            json.WriteString("display_url"u8, url.Display);
        });
        WriteTags(json, "hashtags"u8, entities.Hashtags.Where(tag => tag.End <= below));
        WriteTags(json, "cashtags"u8, entities.Cashtags.Where(tag => tag.End <= below));
        json.WriteEndObject();
    }

    private static void WriteTags(Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<TagEntity> tags) =>
        WriteList(json, name, tags, tag =>
        {
            WriteSpan(json, tag.Start, tag.End);
            json.WriteString("tag"u8, tag.Tag);
        });

    private static void WriteList<T>(Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<T> items, Action<T> write)
    {
        var begun = false;
        foreach (var item in items)
        {
            if (!begun)
                json.WriteStartArray(name);
            begun = true;
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        if (begun)
            json.WriteEndArray();
    }

    private static void WriteSpan(Utf8JsonWriter json, int start, int end)
    {
        json.WriteNumber("start"u8, start);
        json.WriteNumber("end"u8, end);
    }

    private static void WriteNote(Utf8JsonWriter json, Post post, string name)
    {
        json.WriteStartObject(name);
        json.WriteString("text"u8, post.Text);
        WriteEntities(json, post.Entities, int.MaxValue);
        json.WriteEndObject();
    }

    private static void WriteMetrics(Utf8JsonWriter json, Post post, Vocabulary words)
    {
        json.WriteStartObject("public_metrics"u8);
        json.WriteNumber(words.RepostCount, 0);
        json.WriteNumber("reply_count"u8, post.ReplyCount);
        json.WriteNumber("like_count"u8, 0);
        json.WriteNumber("quote_count"u8, post.QuoteCount);
        json.WriteNumber("bookmark_count"u8, 0);
        json.WriteNumber("impression_count"u8, 0);
        json.WriteEndObject();
    }

    private static void WriteMetrics(Utf8JsonWriter json, User user, Vocabulary words)
    {
        json.WriteStartObject("public_metrics"u8);
        json.WriteNumber("followers_count"u8, (user.Id >> 22) % 900);
        json.WriteNumber("following_count"u8, (user.Id >> 22) % 500);
        json.WriteNumber(words.PostCount, user.PostCount);
        json.WriteNumber("listed_count"u8, 0);
        json.WriteNumber("like_count"u8, 0);
        json.WriteEndObject();
    }

    private static void WriteEditControls(Utf8JsonWriter json, Post post, DateTimeOffset now)
    {
        var until = Snowflakes.TimeOf(post.EditHistory[0]) + EditWindow;
        json.WriteStartObject("edit_controls"u8);
        json.WriteNumber("edits_remaining"u8, Math.Max(0, 6 - post.EditHistory.Count));
        json.WriteBoolean("is_edit_eligible"u8, now < until);
        WriteTime(json, "editable_until"u8, until);
        json.WriteEndObject();
    }

    private static void WriteDisplayRange(Utf8JsonWriter json, Post post)
    {
        var length = post.Text.EnumerateRunes().Count();
        json.WriteStartArray("display_text_range"u8);
        json.WriteNumberValue(Math.Min(post.DisplayStart, length));
        json.WriteNumberValue(length);
        json.WriteEndArray();
    }

    private static void WriteId(Utf8JsonWriter json, long id)
    {
        Span<byte> digits = stackalloc byte[20];
        id.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        json.WriteStringValue(digits[..length]);
    }

    private static void WriteTime(Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset time)
    {
        Span<byte> text = stackalloc byte[32];
        time.UtcDateTime.TryFormat(text, out var length, TimeFormat, CultureInfo.InvariantCulture);
        json.WriteString(name, text[..length]);
    }
}
