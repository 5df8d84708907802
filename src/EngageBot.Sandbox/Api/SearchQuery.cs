using System.Globalization;
using EngageBot.Sandbox.Square;

namespace EngageBot.Sandbox.Api;

/// <summary>A recent-search query: words, "phrases", @handles, operators, OR, brackets and negation.</summary>
internal sealed class SearchQuery
{
    private readonly string text;
    private int at;

    private SearchQuery(string text) => this.text = text;

    /// <summary>The conversation that every match belongs to, if the query names just one; it makes search fast.</summary>
    public long? Conversation { get; private set; }

    public Func<Post, bool> Matches { get; private set; } = static _ => false;

    /// <summary>Null with a reason when X would refuse the query.</summary>
    public static SearchQuery? Parse(string text, out string fault)
    {
        var query = new SearchQuery(text);
        fault = "";
        try
        {
            query.Matches = query.Either(topLevel: true);
            if (query.at < text.Length)
                throw new FormatException($"unexpected [{text[query.at]}] at position {query.at + 1}");
            return query;
        }
        catch (FormatException exception)
        {
            fault = exception.Message;
            return null;
        }
    }

    private Func<Post, bool> Either(bool topLevel)
    {
        var one = All(topLevel);
        while (TryTake("OR "))
        {
            Conversation = null;
            var (left, right) = (one, All(topLevel: false));
            one = post => left(post) || right(post);
        }

        return one;
    }

    private Func<Post, bool> All(bool topLevel)
    {
        Func<Post, bool>? all = null;
        while (true)
        {
            SkipSpaces();
            if (at >= text.Length || text[at] == ')' || Upcoming("OR "))
                return all ?? throw new FormatException("a term is missing");
            var next = One(topLevel);
            all = all is { } before ? post => before(post) && next(post) : next;
        }
    }

    private Func<Post, bool> One(bool topLevel)
    {
        if (text[at] == '-')
        {
            at++;
            var denied = at < text.Length ? One(topLevel: false) : throw new FormatException("a term is missing after [-]");
            return post => !denied(post);
        }

        if (text[at] == '(')
        {
            at++;
            var inner = Either(topLevel: false);
            SkipSpaces();
            if (at >= text.Length || text[at] != ')')
                throw new FormatException("missing [)]");
            at++;
            return inner;
        }

        return text[at] == '"' ? Phrase() : Term(topLevel);
    }

    private Func<Post, bool> Phrase()
    {
        var end = text.IndexOf('"', at + 1);
        if (end < 0)
            throw new FormatException("missing closing [\"]");
        var phrase = text[(at + 1)..end];
        at = end + 1;
        return post => ContainsWord(post.Text, phrase);
    }

    private Func<Post, bool> Term(bool topLevel)
    {
        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')' or '"'))
            at++;
        var term = text[start..at];
        var colon = term.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0)
            return Operator(term[..colon], term[(colon + 1)..], topLevel);
        if (term[0] == '@' && term.Length > 1)
            return post => post.Entities.Mentions.Any(mention => Same(mention.Username, term[1..]));
        if (term[0] == '#' && term.Length > 1)
            return post => post.Entities.Hashtags.Any(tag => Same(tag.Tag, term[1..]));
        return post => ContainsWord(post.Text, term);
    }

    private Func<Post, bool> Operator(string name, string value, bool topLevel)
    {
        if (value.Length == 0)
            throw new FormatException($"the operator [{name}:] needs a value");
        var who = value.TrimStart('@');
        return name switch
        {
            "conversation_id" => InConversation(value, topLevel),
            "from" => post => Is(post.Author, who),
            "to" => post => post.InReplyTo is { } parent && Is(parent.Author, who),
            "in_reply_to_tweet_id" => post => post.InReplyTo?.IdText == value,
            "lang" => post => Same(post.Language, value),
            "is" => Kind(value),
            "has" => Content(value),
            _ => throw new FormatException($"unknown operator [{name}:]"),
        };
    }

    private Func<Post, bool> InConversation(string value, bool topLevel)
    {
        if (!long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            throw new FormatException($"invalid id [{value}] for operator [conversation_id:]");
        if (topLevel)
            Conversation = id;
        return post => post.ConversationId == id;
    }

    private static Func<Post, bool> Kind(string value) => value switch
    {
        "reply" => post => post.InReplyTo is not null,
        "quote" => post => post.Quoted is not null,
        "retweet" => _ => false,
        "verified" => post => post.Author.IsVerified,
        _ => throw new FormatException($"unknown value [{value}] for operator [is:]"),
    };

    private static Func<Post, bool> Content(string value) => value switch
    {
        "links" => post => post.Entities.Urls.Count > 0,
        "mentions" => post => post.Entities.Mentions.Count > 0,
        "hashtags" => post => post.Entities.Hashtags.Count > 0,
        "media" or "images" => _ => false,
        _ => throw new FormatException($"unknown value [{value}] for operator [has:]"),
    };

    private static bool Is(User user, string who) => Same(user.Handle, who) || user.IdText == who;

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    // X matches whole tokens: "cat" does not find "catalogue".
    private static bool ContainsWord(string text, string words)
    {
        for (var found = text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
             found >= 0;
             found = text.IndexOf(words, found + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = found + words.Length;
            if ((found == 0 || !IsWordPart(text[found - 1]) || !IsWordPart(words[0]))
                && (end == text.Length || !IsWordPart(text[end]) || !IsWordPart(words[^1])))
                return true;
        }

        return false;
    }

    private static bool IsWordPart(char character) => char.IsLetterOrDigit(character) || character == '_';

    private bool TryTake(string word)
    {
        SkipSpaces();
        if (!Upcoming(word))
            return false;
        at += word.Length;
        return true;
    }

    private bool Upcoming(string word) => text.AsSpan(at).StartsWith(word, StringComparison.Ordinal);

    private void SkipSpaces()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
    }
}
