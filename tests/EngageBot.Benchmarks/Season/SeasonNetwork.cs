using System.Globalization;
using EngageBot.Model;
using EngageBot.Networks;

namespace EngageBot.Benchmarks.Season;

/// <summary>A public square in memory: what followers wrote to us and what we said, and nothing ever fails.</summary>
internal sealed class SeasonNetwork(TimeProvider clock) : INetwork
{
    private readonly Dictionary<string, Post> all = new(StringComparer.Ordinal);
    private readonly List<Post> mentions = [];
    private readonly List<Post> own = [];
    private int last = 1000;

    public static Person Self { get; } = new("1", "HarbourTheatre", "Harbour Theatre");

    public string Name => "x";

    public int Mentions => mentions.Count;

    public IReadOnlyList<Post> Own => own;

    public Post this[string id] => all[id];

    public Post Write(Person author, string text, Post? answers = null)
    {
        var id = (++last).ToString(CultureInfo.InvariantCulture);
        var post = new Post(id, author, text, clock.GetUtcNow(), answers?.ThreadId ?? id, answers?.Id, Parent: answers is null ? null : answers with { Parent = null });
        all[id] = post;
        (author.UserId == Self.UserId ? own : mentions).Add(post);
        return post;
    }

    public Task<IReadOnlyList<ReadOutcome<Person>>> OwnAccountsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ReadOutcome<Person>>>([new ReadOutcome<Person>.Read(Self)]);

    public Task<ReadOutcome<MentionPage>> MentionsSinceAsync(Account account, MentionQuery query, CancellationToken cancellationToken)
    {
        var since = query.SinceId is null ? 0 : int.Parse(query.SinceId, CultureInfo.InvariantCulture);
        var newer = Enumerable.Reverse(mentions).TakeWhile(post => int.Parse(post.Id, CultureInfo.InvariantCulture) > since).ToList();
        return Task.FromResult<ReadOutcome<MentionPage>>(new ReadOutcome<MentionPage>.Read(new MentionPage(newer, newer.FirstOrDefault()?.Id, null, null)));
    }

    public Task<PostOutcome> ReplyAsync(Account account, string targetPostId, string text, CancellationToken cancellationToken) =>
        Task.FromResult<PostOutcome>(new PostOutcome.Posted(Write(Self, text, all[targetPostId]).Id));

    public Task<PostOutcome> ReplyAsync(Account account, string targetPostId, string text, string mediaId, CancellationToken cancellationToken) =>
        ReplyAsync(account, targetPostId, text, cancellationToken);

    public Task<UploadOutcome> UploadAsync(Account account, ReadOnlyMemory<byte> picture, string altText, CancellationToken cancellationToken) =>
        Task.FromResult<UploadOutcome>(new UploadOutcome.Uploaded($"m{own.Count}", clock.GetUtcNow().AddDays(1)));

    public Task<ReadOutcome<IReadOnlyList<Post>>> OwnPostsSinceAsync(Account account, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<ReadOutcome<IReadOnlyList<Post>>>(new ReadOutcome<IReadOnlyList<Post>>.Read([.. Enumerable.Reverse(own).TakeWhile(post => post.PostedAt >= since)]));

    public Task<ReadOutcome<IReadOnlySet<string>>> StillThereAsync(Account account, IReadOnlyCollection<string> postIds, CancellationToken cancellationToken) =>
        Task.FromResult<ReadOutcome<IReadOnlySet<string>>>(new ReadOutcome<IReadOnlySet<string>>.Read(postIds.ToHashSet(StringComparer.Ordinal)));

    public bool SaysTheSame(string ours, string published) => ours == published;
}
