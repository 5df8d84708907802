using System.Text.Json;
using EngageBot.Sandbox.Square;

namespace EngageBot.Sandbox.Api;

/// <summary>Writes a user with the members that were asked for.</summary>
internal static class UserWriter
{
    private const string Portrait = "https://abs.twimg.com/sticky/default_profile_images/default_profile_normal.png";

    public static void Write(Utf8JsonWriter json, User user, Shape shape)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, user.IdText);
        json.WriteString("name"u8, user.Name);
        json.WriteString("username"u8, user.Handle);
        if (shape.User != UserMembers.None)
            WriteMore(json, user, shape);
        json.WriteEndObject();
    }

    private static void WriteMore(Utf8JsonWriter json, User user, Shape shape)
    {
        var members = shape.User;
        if (members.HasFlag(UserMembers.Created))
            json.WriteTime("created_at"u8, user.CreatedAt);
        if (members.HasFlag(UserMembers.Description))
            json.WriteString("description"u8, user.Description);
        if (members.HasFlag(UserMembers.Image))
            json.WriteString("profile_image_url"u8, Portrait);
        if (members.HasFlag(UserMembers.Protected))
            json.WriteBoolean("protected"u8, user.IsProtected);
        if (members.HasFlag(UserMembers.Verified))
            json.WriteBoolean("verified"u8, user.IsVerified);
        if (members.HasFlag(UserMembers.VerifiedType))
            json.WriteString("verified_type"u8, user.IsVerified ? "blue" : "none");
        if (members.HasFlag(UserMembers.Metrics))
            WriteMetrics(json, user, shape.Words);
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
}
