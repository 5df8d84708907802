using System.Text;

namespace EngageBot.Sandbox.Square;

/// <summary>Turns what an author typed into what X publishes: reply prefix, folded links, entities, conversation.</summary>
internal sealed class Composer(SquareRules rules)
{
    private const int LongestPlain = 280;

    private readonly TextScanner scanner = new(rules.OffsetsCountCodePoints);

    public Post Compose(NewPost wanted, long id, DateTimeOffset now, Func<string, User?> userOf)
    {
        var unfolded = new Dictionary<string, string>();
        var body = rules.FoldUrls ? TextScanner.Fold(wanted.Text, unfolded) : wanted.Text;
        // X ends the text of a post that has pictures with a link to them
        var pictures = wanted.Pictures.Count > 0 && rules.FoldUrls
            ? TextScanner.Fold($" https://x.com/{wanted.Author.Handle}/status/{id}/photo/1", unfolded)
            : "";
        var prefix = rules.ReplyPrefix && wanted.InReplyTo is { } target ? Prefix(wanted, target) : "";
        var text = (rules.EscapeHtml ? Escape(prefix + body) : prefix + body) + pictures;
        return new Post(id, wanted.Author, text)
        {
            Typed = wanted.Text,
            CreatedAt = Snowflakes.TimeOf(id),
            VisibleFrom = now + wanted.Late,
            ConversationId = wanted.InReplyTo?.ConversationId ?? wanted.Edits?.ConversationId ?? id,
            InReplyTo = wanted.InReplyTo ?? wanted.Edits?.InReplyTo,
            Quoted = wanted.Quoted,
            Entities = scanner.Scan(text, userOf, unfolded),
            Shortened = Shorten(text, prefix.Length + pictures.Length),
            Language = wanted.Language ?? wanted.Author.Language,
            ReplySettings = wanted.ReplySettings,
            Label = wanted.Label,
            Pictures = wanted.Pictures,
            DisplayStart = prefix.Length,
        };
    }

    // X addresses a reply to the author and to everybody whom the target addresses, but never to the one who replies.
    private static string Prefix(NewPost wanted, Post target)
    {
        var addressed = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { wanted.Author.Handle };
        var prefix = new StringBuilder();
        Address(target.Author.Handle, target.Author.Id);
        foreach (var mention in target.Entities.Mentions)
            Address(mention.Username, mention.UserId);
        return prefix.ToString();

        void Address(string handle, long id)
        {
            if (!wanted.ExcludedFromPrefix.Contains(id) && !Names(wanted.Text, handle) && addressed.Add(handle))
                prefix.Append('@').Append(handle).Append(' ');
        }
    }

    private static string? Shorten(string text, int prefix)
    {
        if (text.Length <= prefix + LongestPlain)
            return null;
        var cut = prefix + LongestPlain - 1;
        return text[..(char.IsHighSurrogate(text[cut - 1]) ? cut - 1 : cut)] + "…";
    }

    private static bool Names(string text, string handle)
    {
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var end = at + 1 + handle.Length;
            if (end <= text.Length
                && text.AsSpan(at + 1, handle.Length).Equals(handle, StringComparison.OrdinalIgnoreCase)
                && (end == text.Length || !(char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_')))
                return true;
        }

        return false;
    }

    private static string Escape(string text) =>
        text.AsSpan().IndexOfAny("&<>") < 0
            ? text
            : text.Replace("&", "&amp;", StringComparison.Ordinal)
                .Replace("<", "&lt;", StringComparison.Ordinal)
                .Replace(">", "&gt;", StringComparison.Ordinal);
}
