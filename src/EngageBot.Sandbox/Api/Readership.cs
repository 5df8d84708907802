using System.Collections.Concurrent;
using EngageBot.Sandbox.Square;

namespace EngageBot.Sandbox.Api;

/// <summary>Which mentions of an account were served at least once, so that nobody posts faster than the account can read.</summary>
internal sealed class Readership
{
    private readonly ConcurrentDictionary<long, Inbox> inboxes = [];

    public Readership(PublicSquare square, IEnumerable<User> accounts)
    {
        foreach (var account in accounts)
            inboxes[account.Id] = new Inbox();
        // Before the post can be served: else it could be read first and count as unread ever after.
        square.Posting += post =>
        {
            foreach (var mention in post.Entities.Mentions)
                if (inboxes.TryGetValue(mention.UserId, out var inbox) && post.Author.Id != mention.UserId)
                    inbox.Add(post.Id);
        };
    }

    /// <summary>How far below the newest mention the oldest unread one lies; past 800 it cannot be had any more.</summary>
    public int BacklogOf(User account) => inboxes.TryGetValue(account.Id, out var inbox) ? inbox.Backlog : 0;

    public void Read(User account, IReadOnlyList<Post> posts)
    {
        if (posts.Count > 0 && inboxes.TryGetValue(account.Id, out var inbox))
            inbox.Read(posts);
    }

    private sealed class Inbox
    {
        private const int Kept = 10_000;
        private readonly HashSet<long> unread = [];
        private readonly Queue<(long Id, int Number)> arrivals = [];
        private int numbered;

        public int Backlog
        {
            get
            {
                lock (unread)
                {
                    while (arrivals.TryPeek(out var oldest) && !unread.Contains(oldest.Id))
                        arrivals.Dequeue();
                    // Those that were read count too: a reader walks down from the newest while more arrive above.
                    return arrivals.TryPeek(out var waiting) ? numbered - waiting.Number : 0;
                }
            }
        }

        // Without a reader nothing is waited for, so the set must not grow for ever.
        public void Add(long id)
        {
            lock (unread)
            {
                if (unread.Count < Kept && unread.Add(id))
                    arrivals.Enqueue((id, numbered));
                numbered++;
            }
        }

        public void Read(IReadOnlyList<Post> posts)
        {
            lock (unread)
                foreach (var post in posts)
                    unread.Remove(post.Id);
        }
    }
}
