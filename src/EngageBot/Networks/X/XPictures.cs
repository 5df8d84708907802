using System.Text.Json;
using EngageBot.Networks.X.Tokens;
using EngageBot.Networks.X.Wire;

namespace EngageBot.Networks.X;

/// <summary>Uploads pictures. As JSON, because such a body is signed and sent the same way by every transport.</summary>
internal sealed class XPictures(XClient client, Verdicts verdicts, TimeProvider clock)
{
    private static readonly TimeSpan ShortestLife = TimeSpan.FromHours(1);
    // an id that is about to expire is none
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    public async Task<UploadOutcome> UploadAsync(XSession session, ReadOnlyMemory<byte> picture, string altText, CancellationToken cancellationToken)
    {
        var lane = XAccounts.Lane(session, "media");
        var upload = JsonSerializer.Serialize(new { media = Convert.ToBase64String(picture.Span), media_category = "tweet_image" });
        var uploaded = verdicts.OfUpload(lane, await client.PostAsync(session, "/2/media/upload", upload, cancellationToken), Read);
        if (uploaded is not UploadOutcome.Uploaded { MediaId: var id } || altText.Length == 0)
            return uploaded;
        // a picture without its description is not what was approved
        var description = JsonSerializer.Serialize(new { id, metadata = new { alt_text = new { text = altText } } });
        var described = verdicts.OfUpload(lane, await client.PostAsync(session, "/2/media/metadata", description, cancellationToken), (_, _) => uploaded);
        return described;
    }

    private UploadOutcome? Read(XAnswer.Answered answered, JsonElement json)
    {
        var data = json.Member("data") ?? default;
        if (data.Text("id") is not { } id || !XId.IsValid(id))
            return null;
        var life = data.Member("expires_after_secs") is { ValueKind: JsonValueKind.Number } seconds && seconds.TryGetInt64(out var number) && number is > 0 and < 1_000_000
            ? TimeSpan.FromSeconds(number)
            : ShortestLife;
        return new UploadOutcome.Uploaded(id, clock.GetUtcNow() + life - Margin);
    }
}
