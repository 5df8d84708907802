using EngageBot.Sandbox.Limits;
using EngageBot.Sandbox.Play;
using EngageBot.Sandbox.Square;

namespace EngageBot.Sandbox.Control;

/// <summary>What the sandbox shows of itself: everything public, and what it counted.</summary>
internal sealed class Gauges(Venue venue, Ledger ledger, RateLimits limits, Pace pace)
{
    private readonly PublicSquare square = venue.Square;
    private readonly IReadOnlyList<User> accounts = venue.Accounts;

    public IReadOnlyList<PublicPost> PostsAfter(long since, int limit, long? conversation) =>
        [.. square.After(since, limit, conversation).Select(Show)];

    /// <summary>A picture that stands in a post.</summary>
    public Picture? Picture(long id) => square.FindPicture(id);

    /// <summary>The conversations that moved last, each with its posts in the order they were made.</summary>
    public object Threads(int limit, bool answeredOnly)
    {
        var ours = accounts.Select(account => account.Id).ToHashSet();
        var threads = square.LatestConversations(
            limit, posts => !answeredOnly || posts.Any(post => ours.Contains(post.Author.Id)));
        return new
        {
            version = square.Version,
            speed = Pace.Write(pace.Factor),
            accounts = accounts.Select(account => account.Handle),
            posts = square.PostCount,
            threads = threads.Select(thread => thread.Select(Show)),
        };
    }

    public object Stats()
    {
        var totals = ledger.Total();
        return new
        {
            requests = totals.Requests,
            tooManyRequests = totals.Requests.Where(request => request.Status == 429).Sum(request => request.Count),
            reads = new
            {
                posts = totals.PostsRead,
                postsBillable = totals.PostsReadBillable,
                users = totals.UsersRead,
                usersBillable = totals.UsersReadBillable,
            },
            writes = new
            {
                created = totals.PostsCreated,
                summonedReplies = totals.SummonedReplies,
                createdWithUrl = totals.PostsCreatedWithUrl,
                deleted = totals.PostsDeleted,
            },
            windowUse = limits.Fullest,
            rateLimits = limits.IsOn,
            backlog = accounts.ToDictionary(account => account.Handle, venue.Readership.BacklogOf),
            posts = square.PostCount,
        };
    }

    private PublicPost Show(Post post) => new(
        post.IdText,
        new PublicAuthor(post.Author.Handle, post.Author.Name, accounts.Contains(post.Author)),
        post.Typed,
        post.Text,
        post.InReplyTo?.IdText,
        post.Quoted?.IdText,
        post.ConversationId.ToString(System.Globalization.CultureInfo.InvariantCulture),
        post.CreatedAt,
        post.Language,
        post.IsDeleted,
        post.IsSuperseded,
        post.Label,
        post.Pictures.Count == 0 ? null : [.. post.Pictures.Select(picture => new PublicPicture($"/sandbox/pictures/{picture.IdText}", picture.AltText))]);
}

internal sealed record PublicPost(
    string Id,
    PublicAuthor Author,
    string Text,
    string FullText,
    string? InReplyTo,
    string? Quoted,
    string Conversation,
    DateTimeOffset CreatedAt,
    string Language,
    bool Deleted,
    bool Superseded,
    string? Label,
    IReadOnlyList<PublicPicture>? Pictures);

internal sealed record PublicPicture(string Url, string? AltText);

internal sealed record PublicAuthor(string Handle, string Name, bool IsAccount);
