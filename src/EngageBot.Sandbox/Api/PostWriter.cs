using System.Text.Json;
using EngageBot.Sandbox.Square;

namespace EngageBot.Sandbox.Api;

/// <summary>Writes a post with the members that were asked for.</summary>
internal static class PostWriter
{
    private const PostMembers Rare = PostMembers.Metrics | PostMembers.EditControls | PostMembers.DisplayRange
        | PostMembers.ReplySettings | PostMembers.Sensitive | PostMembers.Source | PostMembers.Note;

    private static readonly TimeSpan EditWindow = TimeSpan.FromHours(1);

    public static void Write(Utf8JsonWriter json, Post post, Shape shape, DateTimeOffset now)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, post.IdText);
        json.WriteString("text"u8, post.Shortened ?? post.Text);
        json.WriteStartArray(shape.Words.EditHistory);
        foreach (var id in post.EditHistory)
            json.WriteId(id);
        json.WriteEndArray();
        if (shape.AuthorHandle)
            json.WriteString("username"u8, post.Author.Handle);
        if (shape.Post != PostMembers.None)
            WriteUsual(json, post, shape);
        if ((shape.Post & Rare) != 0)
            WriteRare(json, post, shape, now);
        json.WriteEndObject();
    }

    private static void WriteUsual(Utf8JsonWriter json, Post post, Shape shape)
    {
        var members = shape.Post;
        if (members.HasFlag(PostMembers.Author))
            json.WriteString("author_id"u8, post.Author.IdText);
        if (members.HasFlag(PostMembers.Conversation))
            json.WriteId("conversation_id"u8, post.ConversationId);
        if (members.HasFlag(PostMembers.Created))
            json.WriteTime("created_at"u8, post.CreatedAt);
        if (members.HasFlag(PostMembers.Language))
            json.WriteString("lang"u8, post.Language);
        if (members.HasFlag(PostMembers.InReplyToUser) && post.InReplyTo is { } parent)
            json.WriteString("in_reply_to_user_id"u8, parent.Author.IdText);
        if (members.HasFlag(PostMembers.References))
            WriteReferences(json, post, shape.Words.References);
        if (members.HasFlag(PostMembers.Entities))
            EntityWriter.Write(json, post.Entities, post.Shortened is null ? int.MaxValue : post.Shortened.Length - 1);
    }

    private static void WriteRare(Utf8JsonWriter json, Post post, Shape shape, DateTimeOffset now)
    {
        var members = shape.Post;
        if (members.HasFlag(PostMembers.Note) && post.Shortened is not null)
            WriteNote(json, post, shape.Words.Note);
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

    private static void WriteNote(Utf8JsonWriter json, Post post, string name)
    {
        json.WriteStartObject(name);
        json.WriteString("text"u8, post.Text);
        EntityWriter.Write(json, post.Entities, int.MaxValue);
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

    private static void WriteEditControls(Utf8JsonWriter json, Post post, DateTimeOffset now)
    {
        var until = Snowflakes.TimeOf(post.EditHistory[0]) + EditWindow;
        json.WriteStartObject("edit_controls"u8);
        json.WriteNumber("edits_remaining"u8, Math.Max(0, 6 - post.EditHistory.Count));
        json.WriteBoolean("is_edit_eligible"u8, now < until);
        json.WriteTime("editable_until"u8, until);
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
}
