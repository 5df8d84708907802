using System.Text.Json;
using EngageBot.Sandbox.Square;

namespace EngageBot.Sandbox.Api;

/// <summary>Writes what X found in a text: mentions, links, tags. Empty lists are left out, as X does.</summary>
internal static class EntityWriter
{
    /// <summary>Only entities that end before <paramref name="below"/> are written; the rest was cut off with the text.</summary>
    public static void Write(Utf8JsonWriter json, Entities entities, int below)
    {
        if (entities.IsEmpty)
            return;
        json.WriteStartObject("entities"u8);
        WriteList(json, "mentions"u8, entities.Mentions.Where(mention => mention.End <= below), mention =>
        {
            WriteSpan(json, mention.Start, mention.End);
            json.WriteString("username"u8, mention.Username);
            json.WriteId("id"u8, mention.UserId);
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
}
