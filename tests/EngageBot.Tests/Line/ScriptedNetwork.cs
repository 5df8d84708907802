using EngageBot.Model;
using EngageBot.Networks;

namespace EngageBot.Tests.Line;

/// <summary>A network whose every answer a test decides; it remembers what was public.</summary>
internal sealed class ScriptedNetwork(TimeProvider clock) : INetwork
{
    private readonly Queue<Func<string, string, PostOutcome>> answers = new();
    private int nextId = 9_000;

    public static Person Self { get; } = new("1", "HarbourTheatre", "Harbour Theatre");

    public string Name => "x";

    /// <summary>What followers wrote, oldest first.</summary>
    public List<Post> Mentions { get; } = [];

    /// <summary>What our account said in public, oldest first.</summary>
    public List<Post> OwnPosts { get; } = [];

    /// <summary>Ids that can no longer be seen.</summary>
    public HashSet<string> Deleted { get; } = [];

    /// <summary>How often a post was attempted.</summary>
    public int Attempts { get; private set; }

    public int MentionReads { get; private set; }

    public int PageSize { get; set; } = 100;

    /// <summary>The timeline holds so many; what lies below, the search brings.</summary>
    public int MentionsDepth { get; set; } = int.MaxValue;

    /// <summary>What happens after the next pages were read and before those below them are.</summary>
    public Queue<Action> AfterPages { get; } = new();

    /// <summary>Replaces the answer to the next search.</summary>
    public Queue<ReadOutcome<MentionPage>> SearchAnswers { get; } = new();

    /// <summary>Replaces the answer to the next reading of the mentions.</summary>
    public Queue<ReadOutcome<MentionPage>> ReadAnswers { get; } = new();

    /// <summary>Replaces the answer to every reading of our own timeline.</summary>
    public ReadOutcome<IReadOnlyList<Post>>? TimelineAnswer { get; set; }

    /// <summary>The next attempt gets this answer, and nothing becomes public.</summary>
    public void Answers(PostOutcome outcome) => answers.Enqueue((_, _) => outcome);

    /// <summary>The next attempt becomes public, but the answer is this.</summary>
    public void PublishesButAnswers(PostOutcome outcome) => answers.Enqueue((target, text) =>
    {
        Publish(target, text);
        return outcome;
    });

    /// <summary>Answers that nobody asked for are given no more.</summary>
    public void Forget() => answers.Clear();

    public Post Publish(string target, string text)
    {
        var post = new Post($"{nextId++}", Self, text, clock.GetUtcNow(), "t" + target, target);
        OwnPosts.Add(post);
        return post;
    }

    public Task<IReadOnlyList<ReadOutcome<Person>>> OwnAccountsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ReadOutcome<Person>>>([new ReadOutcome<Person>.Read(Self)]);

    public Task<ReadOutcome<MentionPage>> MentionsSinceAsync(Account account, MentionQuery query, CancellationToken cancellationToken)
    {
        MentionReads++;
        if (ReadAnswers.TryDequeue(out var scripted))
            return Task.FromResult(scripted);
        if (query.UntilId is not null && SearchAnswers.TryDequeue(out var found))
            return Task.FromResult(found);
        var held = query.UntilId is { } until ? Mentions.Where(post => Number(post.Id) < Number(until)) : Mentions.TakeLast(MentionsDepth);
        var newer = held.Where(post => query.SinceId is null || Number(post.Id) > Number(query.SinceId)).OrderByDescending(post => Number(post.Id)).ToList();
        if (query.PageToken is { } last)
            newer.RemoveAll(post => Number(post.Id) >= Number(last));
        var page = newer.Take(PageSize).ToList();
        var next = newer.Count > page.Count ? page[^1].Id : null;
        if (AfterPages.TryDequeue(out var meanwhile))
            meanwhile();
        return Task.FromResult<ReadOutcome<MentionPage>>(new ReadOutcome<MentionPage>.Read(new MentionPage(page, page.FirstOrDefault()?.Id, next, null)));
    }

    /// <summary>Attempts get no answer until they are given up.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Ends when a silent attempt has begun.</summary>
    public TaskCompletionSource Attempted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task<PostOutcome> ReplyAsync(Account account, string targetPostId, string text, CancellationToken cancellationToken)
    {
        Attempts++;
        if (IsSilent)
        {
            Attempted.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return new PostOutcome.Unclear("given up");
        }
        return (answers.TryDequeue(out var answer) ? answer(targetPostId, text) : new PostOutcome.Posted(Publish(targetPostId, text).Id));
    }

    /// <summary>What was uploaded, and what each reply showed.</summary>
    public List<(byte[] Bytes, string AltText)> Uploads { get; } = [];

    public List<string> ShownMedia { get; } = [];

    /// <summary>Replaces the answer to the next uploads.</summary>
    public Queue<UploadOutcome> UploadAnswers { get; } = new();

    public Task<PostOutcome> ReplyAsync(Account account, string targetPostId, string text, string mediaId, CancellationToken cancellationToken)
    {
        ShownMedia.Add(mediaId);
        return ReplyAsync(account, targetPostId, text, cancellationToken);
    }

    public Task<UploadOutcome> UploadAsync(Account account, ReadOnlyMemory<byte> picture, string altText, CancellationToken cancellationToken)
    {
        if (UploadAnswers.TryDequeue(out var scripted))
            return Task.FromResult(scripted);
        Uploads.Add((picture.ToArray(), altText));
        return Task.FromResult<UploadOutcome>(new UploadOutcome.Uploaded($"m{Uploads.Count}", clock.GetUtcNow().AddDays(1)));
    }

    public Task<ReadOutcome<IReadOnlyList<Post>>> OwnPostsSinceAsync(Account account, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult(TimelineAnswer ?? new ReadOutcome<IReadOnlyList<Post>>.Read([.. OwnPosts.Where(post => post.PostedAt >= since).Reverse()]));

    public Task<ReadOutcome<IReadOnlySet<string>>> StillThereAsync(Account account, IReadOnlyCollection<string> postIds, CancellationToken cancellationToken) =>
        Task.FromResult<ReadOutcome<IReadOnlySet<string>>>(new ReadOutcome<IReadOnlySet<string>>.Read(postIds.Where(id => !Deleted.Contains(id)).ToHashSet()));

    /// <summary>What lookups of single posts show, by id, and how often they were asked.</summary>
    public Dictionary<string, Post> Posts { get; } = [];

    public List<string> PostsAsked { get; } = [];

    public Task<ReadOutcome<IReadOnlyList<Post>>> PostsAsync(Account account, IReadOnlyCollection<string> postIds, CancellationToken cancellationToken)
    {
        PostsAsked.AddRange(postIds);
        return Task.FromResult<ReadOutcome<IReadOnlyList<Post>>>(new ReadOutcome<IReadOnlyList<Post>>.Read([.. postIds.Where(Posts.ContainsKey).Select(id => Posts[id])]));
    }

    public bool SaysTheSame(string ours, string published) => published.EndsWith(ours, StringComparison.Ordinal);

    private static long Number(string id) => long.Parse(id, System.Globalization.CultureInfo.InvariantCulture);
}
