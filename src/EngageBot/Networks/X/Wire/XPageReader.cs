using System.Globalization;
using System.Text.Json;
using EngageBot.Model;

namespace EngageBot.Networks.X.Wire;

/// <summary>Makes posts of a page, in either dialect.</summary>
/// <param name="known">People of this and earlier pages, for answers that leave out a profile.</param>
internal sealed class XPageReader(KnownPeople known)
{
    /// <summary>Null when that is no page at all.</summary>
    public XPage? Read(JsonElement root, Person? author = null)
    {
        if (root.Member("data") is { ValueKind: not JsonValueKind.Array } || (root.Member("data") is null && root.Member("meta") is null))
            return null;
        var includes = root.Member("includes") ?? default;
        foreach (var user in includes.Items("users"))
            known.Remember(user);
        var answered = includes.Items("posts").Concat(includes.Items("tweets"))
            .Select(item => PostOf(item, null, null)).OfType<Post>().DistinctBy(post => post.Id).ToDictionary(post => post.Id);
        var read = root.Items("data").Select(item => (Item: item, Post: PostOf(item, answered, author))).ToList();
        return new XPage(
            [.. read.Select(one => one.Post).OfType<Post>()],
            [.. read.Where(one => one.Post is null).Select(one => one.Item.Text("id") is { } id ? PlainText.Shortened(PlainText.Of(id), 32) : "no id")],
            XId.Newest(read.Select(one => one.Item.Text("id"))),
            (root.Member("meta") ?? default).Text("next_token"));
    }

    private Post? PostOf(JsonElement item, Dictionary<string, Post>? answered, Person? author)
    {
        var (id, text) = (item.Text("id"), TextOf(item));
        if (!XId.IsValid(id) || text is null)
            return null;
        var inReplyTo = Reference(item, "replied_to");
        return new Post(
            id!,
            author ?? known.Find(item.Text("author_id")),
            text,
            PostedAt(item, id!),
            item.Text("conversation_id") is { } thread && XId.IsValid(thread) ? thread : id!,
            inReplyTo,
            item.Text("lang"),
            Reference(item, "retweeted") is not null,
            inReplyTo is null ? null : answered?.GetValueOrDefault(inReplyTo));
    }

    // A long post's text is cut at 280; the whole of it stands in the note.
    private static string? TextOf(JsonElement item)
    {
        var note = item.Member("note_post", "note_tweet") ?? default;
        var (text, holder) = note.Text("text") is { Length: > 0 } whole ? (whole, note) : (item.Text("text"), item);
        if (text is null)
            return null;
        foreach (var link in (holder.Member("entities") ?? item.Member("entities") ?? default).Items("urls"))
        {
            if (link.Text("url") is { Length: > 0 } folded && IsLink(link.Text("expanded_url")))
                text = text.Replace(folded, link.Text("expanded_url"), StringComparison.Ordinal);
        }

        return PlainText.Of(text);
    }

    private static bool IsLink(string? url) =>
        url is { Length: < 2048 } && Uri.TryCreate(url, UriKind.Absolute, out var link) && link.Scheme is "http" or "https";

    private static string? Reference(JsonElement item, string type) => item.Items("referenced_posts", "referenced_tweets")
        .Where(reference => reference.Text("type") == type).Select(reference => reference.Text("id")).FirstOrDefault(XId.IsValid);

    private static DateTimeOffset PostedAt(JsonElement item, string id) =>
        DateTimeOffset.TryParse(item.Text("created_at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? at
            : XId.MadeAt(id);
}
