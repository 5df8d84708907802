using System.Globalization;
using System.Text.Json;
using EngageBot.Model;
using EngageBot.Networks.X.Tokens;
using EngageBot.Networks.X.Wire;
using Microsoft.Extensions.Options;

namespace EngageBot.Networks.X;

/// <summary>X through its API v2.</summary>
internal sealed partial class XNetwork(
    XAccounts accounts, XClient client, XPictures pictures, Verdicts verdicts, RateLimits limits, IOptions<XOptions> options, ILogger<XNetwork> logger) : INetwork
{
    // X keeps 3,200 posts of a timeline; more pages than that is a network that turns in circles.
    private const int MostPages = 32;
    private const int IdsPerLookup = 100;
    private readonly KnownPeople known = new();

    public string Name => "x";

    /// <summary>X holds the newest 800; those that were deleted meanwhile leave holes.</summary>
    public int MentionsDepth => 700;

    /// <summary>How many accounts are configured.</summary>
    public int AccountCount => accounts.Count;

    /// <summary>Whose keys the account at that place of the configuration has, and how wrong this machine's clock is.</summary>
    public Task<ReadOutcome<XIdentity>> WhoAmIAsync(int account, CancellationToken cancellationToken) => accounts.WhoAmIAsync(account, cancellationToken);

    public Task<IReadOnlyList<ReadOutcome<Person>>> OwnAccountsAsync(CancellationToken cancellationToken) => accounts.SelvesAsync(cancellationToken);

    public Task<ReadOutcome<MentionPage>> MentionsSinceAsync(Account account, MentionQuery query, CancellationToken cancellationToken) =>
        AsAsync(account, async session =>
        {
            known.Remember(account.Self);
            var isSearch = query.UntilId is not null;
            var answer = isSearch
                ? await client.GetAsync(session, "/2/tweets/search/recent", [new("query", $"@{account.Self.Handle}"), .. Parameters(query)], cancellationToken)
                : await client.GetAsync(session, $"/2/users/{account.Self.UserId}/mentions", Parameters(query), cancellationToken);
            return verdicts.OfRead(XAccounts.Lane(session, isSearch ? "search" : "mentions"), answer, (answered, json) => new XPageReader(known).Read(json) is { } page
                ? new MentionPage(Reported(page).Posts, page.NewestId, page.NextPage, limits.BudgetOf(answered.Response))
                : null);
        }, cancellationToken);

    public Task<PostOutcome> ReplyAsync(Account account, string targetPostId, string text, CancellationToken cancellationToken) =>
        PostAsync(account, targetPostId, text, JsonSerializer.Serialize(new { text, reply = new { in_reply_to_tweet_id = targetPostId } }), cancellationToken);

    public Task<PostOutcome> ReplyAsync(Account account, string targetPostId, string text, string mediaId, CancellationToken cancellationToken) =>
        PostAsync(
            account, targetPostId, text,
            JsonSerializer.Serialize(new { text, reply = new { in_reply_to_tweet_id = targetPostId }, media = new { media_ids = new[] { mediaId } } }), cancellationToken);

    public async Task<UploadOutcome> UploadAsync(Account account, ReadOnlyMemory<byte> picture, string altText, CancellationToken cancellationToken) =>
        await accounts.SessionOfAsync(account, cancellationToken) switch
        {
            ReadOutcome<XSession>.Read(var session) => await pictures.UploadAsync(session, picture, altText, cancellationToken),
            ReadOutcome<XSession>.RateLimited(var until) => new UploadOutcome.Later("X asked us to wait.", until),
            ReadOutcome<XSession>.Failed(var reason) => new UploadOutcome.Later(reason),
            ReadOutcome<XSession>.Halted(var reason, var until) => new UploadOutcome.Halted(reason, until),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private async Task<PostOutcome> PostAsync(Account account, string targetPostId, string text, string body, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!XId.IsValid(targetPostId) || text != PlainText.WellFormed(text))
            return new PostOutcome.Refused(RefusalKind.Invalid, "The reply holds a broken character or names no post of X; it was not sent.");
        var found = await accounts.SessionOfAsync(account, cancellationToken);
        if (found is not ReadOutcome<XSession>.Read { Value: var session })
            return NotSent(found);
        try
        {
            var answer = await client.PostAsync(session, "/2/tweets", body, cancellationToken);
            return verdicts.OfPost(XAccounts.Lane(session, "post"), answer, targetPostId);
        }
        catch (OperationCanceledException)
        {
            return new PostOutcome.Unclear("Sending was interrupted. The reply may be public.");
        }
    }

    public Task<ReadOutcome<IReadOnlyList<Post>>> OwnPostsSinceAsync(Account account, DateTimeOffset since, CancellationToken cancellationToken) =>
        AsAsync<IReadOnlyList<Post>>(account, async session =>
        {
            var posts = new List<Post>();
            string? token = null;
            for (var pages = 0; pages < MostPages; pages++)
            {
                var answer = await client.GetAsync(session, $"/2/users/{account.Self.UserId}/tweets", Timeline(since, token), cancellationToken);
                var outcome = verdicts.OfRead(XAccounts.Lane(session, "timeline"), answer, (_, json) => new XPageReader(known).Read(json, account.Self));
                if (outcome is not ReadOutcome<XPage>.Read { Value: var page })
                    return outcome.Instead<XPage, IReadOnlyList<Post>>();
                posts.AddRange(Reported(page).Posts);
                if (page.NextPage is null || page.NextPage == token)
                    break;
                token = page.NextPage;
            }

            return new ReadOutcome<IReadOnlyList<Post>>.Read(posts);
        }, cancellationToken);

    public Task<ReadOutcome<IReadOnlySet<string>>> StillThereAsync(Account account, IReadOnlyCollection<string> postIds, CancellationToken cancellationToken) =>
        AsAsync<IReadOnlySet<string>>(account, async session =>
        {
            var there = postIds.Where(XId.IsValid).ToHashSet();
            foreach (var ids in there.Chunk(IdsPerLookup).ToList())
            {
                var answer = await client.GetAsync(session, "/2/tweets", [new("ids", string.Join(',', ids))], cancellationToken);
                var outcome = verdicts.OfRead(XAccounts.Lane(session, "lookup"), answer, (_, json) => Lookup.Gone(json));
                if (outcome is not ReadOutcome<IReadOnlyList<string>>.Read { Value: var gone })
                    return outcome.Instead<IReadOnlyList<string>, IReadOnlySet<string>>();
                there.ExceptWith(gone);
            }

            return new ReadOutcome<IReadOnlySet<string>>.Read(there);
        }, cancellationToken);

    public Task<ReadOutcome<IReadOnlyList<Post>>> PostsAsync(Account account, IReadOnlyCollection<string> postIds, CancellationToken cancellationToken) =>
        AsAsync<IReadOnlyList<Post>>(account, async session =>
        {
            known.Remember(account.Self);
            var ids = postIds.Where(XId.IsValid).Take(IdsPerLookup).ToList();
            if (ids.Count == 0)
                return new ReadOutcome<IReadOnlyList<Post>>.Read([]);
            var answer = await client.GetAsync(session, "/2/tweets", [new("ids", string.Join(',', ids)), .. options.Value.Spelling.ForMentions()], cancellationToken);
            // where none of them can be seen there is no data at all
            return verdicts.OfRead<IReadOnlyList<Post>>(XAccounts.Lane(session, "lookup"), answer, (_, json) =>
                new XPageReader(known).Read(json) is { } page ? [.. Reported(page).Posts] : Lookup.Gone(json) is null ? null : []);
        }, cancellationToken);

    public bool SaysTheSame(string ours, string published) => SameWords.Are(ours, published);

    private async Task<ReadOutcome<T>> AsAsync<T>(Account account, Func<XSession, Task<ReadOutcome<T>>> ask, CancellationToken cancellationToken) =>
        await accounts.SessionOfAsync(account, cancellationToken) is var outcome && outcome is ReadOutcome<XSession>.Read { Value: var session }
            ? await ask(session)
            : outcome.Instead<XSession, T>();

    private IEnumerable<KeyValuePair<string, string>> Parameters(MentionQuery query)
    {
        yield return new("max_results", Math.Clamp(query.PageSize, 5, 100).ToString(CultureInfo.InvariantCulture));
        if (query.SinceId is { } since)
            yield return new("since_id", since);
        if (query.UntilId is { } until)
            yield return new("until_id", until);
        if (query.PageToken is { } token)
            yield return new("pagination_token", token);
        foreach (var parameter in options.Value.Spelling.ForMentions())
            yield return parameter;
    }

    private IEnumerable<KeyValuePair<string, string>> Timeline(DateTimeOffset since, string? token)
    {
        yield return new("max_results", "100");
        yield return new("start_time", (since - client.ClockAhead).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        if (token is not null)
            yield return new("pagination_token", token);
        foreach (var parameter in options.Value.Spelling.ForOwnPosts())
            yield return parameter;
    }

    private XPage Reported(XPage page)
    {
        foreach (var id in page.Unreadable)
            LogUnreadable(id);
        return page;
    }

    private static PostOutcome NotSent(ReadOutcome<XSession> none) => none switch
    {
        ReadOutcome<XSession>.RateLimited limited => new PostOutcome.RateLimited(limited.Until),
        ReadOutcome<XSession>.Failed failed => new PostOutcome.Unreachable(failed.Reason),
        ReadOutcome<XSession>.Halted halted => new PostOutcome.Halted(halted.Reason, halted.Until),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    [LoggerMessage(LogLevel.Error, "X sent a post that could not be read and is not on the desk: {PostId}")]
    private partial void LogUnreadable(string postId);
}
