using System.Text.Json;
using System.Text.RegularExpressions;

namespace EngageBot.Sandbox.Api;

/// <summary>The shape of POST /2/tweets: a member that X does not know is refused at every level.</summary>
internal static partial class BodySchema
{
    private static readonly Rule Any = (_, _, _) => { };
    private static readonly Rule Id = (value, path, errors) => Text(value, path, errors, IdPattern(), "^[0-9]{1,19}$");
    private static readonly Rule Word = (value, path, errors) => Text(value, path, errors, null, "");
    private static readonly Rule Whether = (value, path, errors) =>
        Kind(value, path, errors, "boolean", JsonValueKind.True, JsonValueKind.False);
    private static readonly Rule Number = (value, path, errors) => Kind(value, path, errors, "integer", JsonValueKind.Number);
    private static readonly Rule WhoMayReply = (value, path, errors) =>
    {
        if (Text(value, path, errors, null, "")
            && value.GetString() is not ("following" or "mentionedUsers" or "subscribers" or "verified"))
            errors.Add($"{path}: does not have a value in the enumeration [following, mentionedUsers, subscribers, verified]");
    };

    private static readonly Rule Url = Members(new() { ["url"] = Word }, "url");

    private static readonly Rule Root = Members(new()
    {
        ["card_uri"] = Word,
        ["community_id"] = Id,
        ["direct_message_deep_link"] = Word,
        ["edit_options"] = Members(new() { ["previous_post_id"] = Id }, "previous_post_id"),
        ["for_super_followers_only"] = Whether,
        ["geo"] = Members(new() { ["place_id"] = Word }),
        ["made_with_ai"] = Whether,
        ["media"] = Members(
            new()
            {
                ["call_to_actions"] = Members(new() { ["app_install"] = Any, ["visit_site"] = Url, ["watch_now"] = Url }),
                ["embeddable"] = Whether,
                ["media_ids"] = Many(Id, 1, 4),
                ["preview_media_id"] = Id,
                ["tagged_user_ids"] = Many(Id, 0, 10),
                ["title"] = Word,
            },
            "media_ids"),
        ["nullcast"] = Whether,
        ["paid_partnership"] = Whether,
        ["poll"] = Members(
            new() { ["duration_minutes"] = Number, ["options"] = Many(Word, 2, 4), ["reply_settings"] = WhoMayReply },
            "duration_minutes", "options"),
        ["quote_tweet_id"] = Id,
        ["reply"] = Members(
            new()
            {
                ["auto_populate_reply_metadata"] = Whether,
                ["exclude_reply_user_ids"] = Many(Id, 0, 50),
                ["in_reply_to_tweet_id"] = Id,
            },
            "in_reply_to_tweet_id"),
        ["reply_settings"] = WhoMayReply,
        ["share_with_followers"] = Whether,
        ["text"] = Word,
    });

    private delegate void Rule(JsonElement value, string path, List<string> errors);

    public static List<string> Check(JsonElement body)
    {
        var errors = new List<string>();
        Root(body, "$", errors);
        return errors;
    }

    private static Rule Members(Dictionary<string, Rule> members, params string[] required) => (value, path, errors) =>
    {
        if (!Kind(value, path, errors, "object", JsonValueKind.Object))
            return;
        foreach (var member in value.EnumerateObject())
            if (members.TryGetValue(member.Name, out var rule))
                rule(member.Value, $"{path}.{member.Name}", errors);
            else
                errors.Add($"{path}.{member.Name}: is not defined in the schema and the schema does not allow additional properties");
        foreach (var name in required)
            if (!value.TryGetProperty(name, out _))
                errors.Add($"{path}.{name}: is missing but it is required");
    };

    private static Rule Many(Rule item, int fewest, int most) => (value, path, errors) =>
    {
        if (!Kind(value, path, errors, "array", JsonValueKind.Array))
            return;
        if (value.GetArrayLength() < fewest || value.GetArrayLength() > most)
            errors.Add($"{path}: must have between {fewest} and {most} items");
        var index = 0;
        foreach (var element in value.EnumerateArray())
            item(element, $"{path}[{index++}]", errors);
    };

    private static bool Text(JsonElement value, string path, List<string> errors, Regex? pattern, string words)
    {
        if (!Kind(value, path, errors, "string", JsonValueKind.String))
            return false;
        if (pattern is null || pattern.IsMatch(value.GetString()!))
            return true;
        errors.Add($"{path}: does not match the regex pattern {words}");
        return false;
    }

    private static bool Kind(JsonElement value, string path, List<string> errors, string expected, params JsonValueKind[] kinds)
    {
        if (kinds.Contains(value.ValueKind))
            return true;
        errors.Add($"{path}: {Name(value.ValueKind)} found, {expected} expected");
        return false;
    }

    private static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var other => other.ToString().ToLowerInvariant(),
    };

    [GeneratedRegex("^[0-9]{1,19}\\z")]
    private static partial Regex IdPattern();
}
