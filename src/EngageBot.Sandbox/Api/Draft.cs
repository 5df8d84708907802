using System.Globalization;
using System.Text.Json;

namespace EngageBot.Sandbox.Api;

/// <summary>What a checked body of POST /2/tweets asks for.</summary>
internal sealed record Draft(
    string Text, long? Target, long? Quoted, long? Edited, IReadOnlyList<long> Media, string ReplySettings, IReadOnlySet<long> Excluded)
{
    public static Draft Read(JsonElement body) => new(
        body.TryGetProperty("text", out var text) ? text.GetString()! : "",
        Id(body, "reply", "in_reply_to_tweet_id"),
        Id(body, "quote_tweet_id"),
        Id(body, "edit_options", "previous_post_id"),
        MediaOf(body),
        body.TryGetProperty("reply_settings", out var settings) ? settings.GetString()! : "everyone",
        ExcludedBy(body));

    private static long? Id(JsonElement element, params string[] path)
    {
        foreach (var name in path)
            if (!element.TryGetProperty(name, out element))
                return null;
        return Parse(element);
    }

    private static List<long> MediaOf(JsonElement body) =>
        body.TryGetProperty("media", out var media) && media.TryGetProperty("media_ids", out var ids) ? [.. ids.EnumerateArray().Select(Parse)] : [];

    private static HashSet<long> ExcludedBy(JsonElement body) =>
        body.TryGetProperty("reply", out var reply) && reply.TryGetProperty("exclude_reply_user_ids", out var ids)
            ? [.. ids.EnumerateArray().Select(Parse)]
            : [];

    // Nineteen digits can exceed a long; no post has such an id.
    private static long Parse(JsonElement id) =>
        long.TryParse(id.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue;
}
