using System.Diagnostics.CodeAnalysis;

namespace EngageBot.Sandbox.Square;

/// <summary>All that is public on the sandbox X: users, posts and their timelines. Safe for many threads.</summary>
public sealed partial class PublicSquare
{
    // Fixed, so that users of the same cast have the same ids in every run.
    private static readonly DateTimeOffset Founded = new(2017, 3, 6, 9, 0, 0, TimeSpan.Zero);
    private const int PrunedAtOnce = 1_024;
    private const int MostInAThread = 500;

    private readonly Lock gate = new();
    private readonly Snowflakes snowflakes = new();
    private readonly TimeProvider clock;
    private readonly SquareRules rules;
    private readonly Chronicle? chronicle;
    private readonly Composer composer;
    private readonly Dictionary<long, Post> posts = [];
    private readonly Timeline everything = new();
    private readonly Dictionary<long, Timeline> authored = [];
    private readonly Dictionary<long, Timeline> mentioning = [];
    private readonly Dictionary<long, Timeline> conversations = [];
    private readonly Dictionary<long, User> users = [];
    private readonly Dictionary<string, User> handles = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Post> labelled = new(StringComparer.Ordinal);
    private readonly Dictionary<long, Picture> pictures = [];
    private long version;

    internal PublicSquare(TimeProvider clock, SquareRules rules, Chronicle? chronicle)
    {
        this.clock = clock;
        this.rules = rules;
        this.chronicle = chronicle;
        composer = new Composer(rules);
        foreach (var entry in chronicle?.Entries ?? [])
            Revive(entry);
        chronicle?.Forget();
    }

    /// <summary>Raised outside the lock, on the thread that made the post.</summary>
    public event Action<Post>? Posted;

    /// <summary>Raised inside the lock, before anybody can see the post.</summary>
    internal event Action<Post>? Posting;

    /// <summary>Rises with every change, so that a watcher knows when to look.</summary>
    public long Version => Interlocked.Read(ref version);

    internal SquareRules Rules => rules;

    public int PostCount
    {
        get
        {
            lock (gate)
                return everything.Count;
        }
    }

    public User Enrol(string handle, string name, DateTimeOffset? createdAt = null)
    {
        lock (gate)
        {
            if (handles.TryGetValue(handle, out var known))
                return known;
            var since = createdAt ?? Founded.AddHours(users.Count % 20_000);
            var id = Snowflakes.FirstAt(since) + users.Count;
            while (users.ContainsKey(id))
                id++;
            var user = Seat(new User(id, handle, name, since));
            chronicle?.Write(user);
            return user;
        }
    }

    public User? FindUser(string handle)
    {
        lock (gate)
            return handles.GetValueOrDefault(handle);
    }

    public User? FindUser(long id)
    {
        lock (gate)
            return users.GetValueOrDefault(id);
    }

    /// <summary>The post with that id, a deleted one too.</summary>
    public Post? Find(long id)
    {
        lock (gate)
            return posts.GetValueOrDefault(id);
    }

    /// <summary>The post that was published under this label.</summary>
    internal Post? FindLabelled(string label)
    {
        lock (gate)
            return labelled.GetValueOrDefault(label);
    }

    /// <summary>A picture that stands in a post.</summary>
    internal Picture? FindPicture(long id)
    {
        lock (gate)
            return pictures.GetValueOrDefault(id);
    }

    public Post Publish(NewPost wanted)
    {
        Post post;
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var id = wanted.At is { } at && at < now ? FreeIdAt(at) : snowflakes.Next(now);
            post = composer.Compose(wanted, id, now, handles.GetValueOrDefault);
            Register(post, wanted);
            chronicle?.Write(post, wanted);
        }

        Interlocked.Increment(ref version);
        Posted?.Invoke(post);
        return post;
    }

    /// <summary>False when there is no such post any more.</summary>
    public bool Delete(long id)
    {
        lock (gate)
        {
            if (!posts.TryGetValue(id, out var post) || post.IsDeleted)
                return false;
            Strike(post);
            chronicle?.WriteDeletion(id);
        }

        Interlocked.Increment(ref version);
        return true;
    }

    /// <summary>Posts above that id, oldest first, deleted ones too.</summary>
    public IReadOnlyList<Post> After(long id, int limit, long? conversation = null)
    {
        lock (gate)
            return conversation is { } one
                ? conversations.TryGetValue(one, out var timeline) ? timeline.After(id, limit) : []
                : everything.After(id, limit);
    }

    /// <summary>The conversations that moved last and are to the taste, the latest first.</summary>
    internal IReadOnlyList<IReadOnlyList<Post>> LatestConversations(int limit, Func<IReadOnlyList<Post>, bool> taste)
    {
        lock (gate)
        {
            var found = new List<IReadOnlyList<Post>>();
            var seen = new HashSet<long>();
            foreach (var post in everything.NewestFirst())
                if (found.Count == limit)
                    break;
                else if (seen.Add(post.ConversationId)
                    && conversations[post.ConversationId].After(0, MostInAThread) is var thread
                    && taste(thread))
                    found.Add(thread);
            return found;
        }
    }

    internal Page Mentions(User user, PageQuery query) => Read(mentioning, user.Id, query);

    internal Page PostsBy(User user, PageQuery query) => Read(authored, user.Id, query);

    internal Page Conversation(long id, PageQuery query) => Read(conversations, id, query);

    internal Page Everything(PageQuery query)
    {
        lock (gate)
            return everything.Read(query);
    }

    [SuppressMessage("Performance", "CA1859", Justification = "The dictionaries are of one type.")]
    private Page Read(Dictionary<long, Timeline> timelines, long key, PageQuery query)
    {
        lock (gate)
            return timelines.TryGetValue(key, out var timeline) ? timeline.Read(query) : new Page([], HasOlder: false);
    }

    private long FreeIdAt(DateTimeOffset at)
    {
        var id = Snowflakes.FirstAt(at);
        while (posts.ContainsKey(id))
            id++;
        return id;
    }

    private void Register(Post post, NewPost wanted)
    {
        Posting?.Invoke(post);
        posts.Add(post.Id, post);
        everything.Add(post);
        foreach (var picture in post.Pictures)
            pictures[picture.Id] = picture;
        if (post.Label is { } label)
            labelled[label] = post;
        Of(authored, post.Author.Id).Add(post);
        Of(conversations, post.ConversationId).Add(post);
        foreach (var mentioned in post.Entities.Mentions.Select(mention => mention.UserId).Distinct())
            Of(mentioning, mentioned).Add(post);
        post.Author.PostCount++;
        if (post.InReplyTo is { } parent)
            parent.ReplyCount++;
        if (post.Quoted is { } quoted)
            quoted.QuoteCount++;
        if (wanted.Edits is { } edited)
            Supersede(edited, post);
        if (everything.Count >= rules.Remembered + PrunedAtOnce)
            ForgetOldest();
    }

    private void Supersede(Post edited, Post by)
    {
        edited.IsSuperseded = true;
        long[] history = [.. edited.EditHistory, by.Id];
        foreach (var id in history)
            if (posts.TryGetValue(id, out var older))
                older.EditHistory = history;
    }

    private User Seat(User user)
    {
        users[user.Id] = user;
        handles[user.Handle] = user;
        return user;
    }

    private static void Strike(Post post)
    {
        post.IsDeleted = true;
        if (post.InReplyTo is { } parent)
            parent.ReplyCount--;
    }

    private static Timeline Of(Dictionary<long, Timeline> timelines, long key)
    {
        if (!timelines.TryGetValue(key, out var timeline))
            timelines.Add(key, timeline = new Timeline());
        return timeline;
    }
}
