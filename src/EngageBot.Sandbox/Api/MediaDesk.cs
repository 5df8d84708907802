using System.Text.Json;
using EngageBot.Sandbox.Square;

namespace EngageBot.Sandbox.Api;

/// <summary>POST /2/media/upload and /2/media/metadata for pictures, with the file in base64 as JSON carries it.</summary>
internal sealed class MediaDesk(MediaShelf shelf)
{
    public const int LargestBody = 8 * 1024 * 1024;
    private const int LargestPicture = 5 * 1024 * 1024;
    private const int LongestAltText = 1000;

    public Answer Upload(XCall call) => Read(call, body =>
    {
        foreach (var member in body.EnumerateObject())
            if (member.Name is not ("media" or "media_category" or "media_type" or "additional_owners" or "shared"))
                return Problems.InvalidBody(call.Words, [$"$.{member.Name}: is not defined in the schema and the schema does not allow additional properties"]);
        if (!body.TryGetProperty("media", out var media) || media.ValueKind != JsonValueKind.String || !media.TryGetBytesFromBase64(out var bytes))
            return Problems.InvalidBody(call.Words, ["$.media: is missing but it is required"]);
        if (!body.TryGetProperty("media_category", out var category) || category.GetString() != "tweet_image")
            return Problems.InvalidBody(call.Words, ["$.media_category: the sandbox takes tweet_image"]);
        if (bytes.Length > LargestPicture || KindOf(bytes) is not { } kind)
            return Problems.InvalidBody(call.Words, ["media type unrecognized."]);
        var picture = shelf.Add(call.Caller.User!, kind, bytes);
        return Answer.Ok(json =>
        {
            json.WriteStartObject("data");
            json.WriteString("id", picture.IdText);
            json.WriteString("media_key", $"3_{picture.IdText}");
            json.WriteNumber("size", bytes.Length);
            json.WriteNumber("expires_after_secs", (long)MediaShelf.Life.TotalSeconds);
            json.WriteEndObject();
        });
    });

    public Answer Describe(XCall call) => Read(call, body =>
    {
        if (!body.TryGetProperty("id", out var id) || !long.TryParse(id.GetString(), out var number))
            return Problems.InvalidBody(call.Words, ["$.id: is missing but it is required"]);
        if (!body.TryGetProperty("metadata", out var metadata) || !metadata.TryGetProperty("alt_text", out var alt)
            || !alt.TryGetProperty("text", out var text) || text.GetString() is not { Length: <= LongestAltText } words)
            return Problems.InvalidBody(call.Words, [$"$.metadata.alt_text.text: must be at most {LongestAltText} characters long"]);
        if (!shelf.Describe(call.Caller.User!, number, words))
            return Problems.InvalidBody(call.Words, ["Your media IDs are invalid."]);
        return Answer.Ok(json =>
        {
            json.WriteStartObject("data");
            json.WriteString("id", id.GetString());
            json.WriteStartObject("associated_metadata");
            json.WriteStartObject("alt_text");
            json.WriteString("text", words);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        });
    });

    private static Answer Read(XCall call, Func<JsonElement, Answer> answer)
    {
        if (call.Parameters.Faults.Count > 0)
            return Problems.Invalid(call.Words, call.Parameters.Faults);
        try
        {
            using var body = JsonDocument.Parse(call.Body);
            return body.RootElement.ValueKind == JsonValueKind.Object
                ? answer(body.RootElement)
                : Problems.InvalidBody(call.Words, ["$: object expected"]);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return Problems.InvalidBody(call.Words, ["Requests with bodies must have valid JSON."]);
        }
    }

    private static string? KindOf(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 8 && bytes[0] == 0x89 && bytes[1..4].SequenceEqual("PNG"u8) ? "image/png"
        : bytes.Length > 3 && bytes[0] == 0xFF && bytes[1] == 0xD8 ? "image/jpeg"
        : bytes.Length > 12 && bytes[8..12].SequenceEqual("WEBP"u8) ? "image/webp"
        : null;
}
