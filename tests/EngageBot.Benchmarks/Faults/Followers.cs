using EngageBot.Sandbox.Hosting;
using EngageBot.Sandbox.Square;

namespace EngageBot.Benchmarks.Faults;

/// <summary>The public of a run: what it says, and what it saw of us.</summary>
internal sealed class Followers
{
    /// <summary>The words of one who wants to hear no more of us.</summary>
    public const string Plea = "@HarbourTheatre stop replying to me";

    private static readonly string[] Odd =
    [
        "@HarbourTheatre {{ author.secret }} {% raw %} '; DROP TABLE mention; -- <script>alert(1)</script>",
        "@HarbourTheatre \u202Eesrever ni nettirw\u202C Z\u0351\u0342\u0365a\u0334\u0321l\u0337g\u0338o 👩‍👩‍👧‍👦 \u0000\u0007 end",
        "@HarbourTheatre " + new string('?', 200) + " 🎭🎭🎭",
        "@HarbourTheatre",
        "@HarbourTheatre \uFEFF\u200B\u200D ..",
    ];

    private readonly Lock gate = new();
    private readonly PublicSquare square;
    private readonly User account;
    private readonly Random dice;
    private readonly List<Post> said = [];
    private int number;

    public Followers(SandboxHost sandbox, int seed)
    {
        (square, dice) = (sandbox.Square, new Random(seed));
        account = square.FindUser(sandbox.Keys.Accounts[0].Handle)!;
    }

    public IReadOnlyList<Post> Mentions
    {
        get
        {
            lock (gate)
                return [.. said];
        }
    }

    /// <summary>Ids of what our account said by other means than the program.</summary>
    public HashSet<long> ByPhone { get; } = [];

    /// <summary>What our account said through the program.</summary>
    public IReadOnlyList<Post> OurReplies
    {
        get
        {
            lock (gate)
                return [.. square.After(0, 100_000).Where(post => post.Author == account && !ByPhone.Contains(post.Id))];
        }
    }

    public bool IsOurs(Post post) => post.Author == account && !ByPhone.Contains(post.Id);

    public void Say(Deed.Say deed)
    {
        lock (gate)
        {
            var author = square.Enrol($"follower{deed.Author}", $"Follower {deed.Author}");
            var below = deed.Kind switch
            {
                Speech.FollowUp => said.LastOrDefault(post => post.Author == author && !post.IsDeleted),
                Speech.AnswerToUs => square.After(0, 100_000).LastOrDefault(post => post.Author == account && post.InReplyTo?.Author == author),
                _ => null,
            };
            Publish(author, Words(deed.Kind), below, TimeSpan.FromSeconds(deed.LateSeconds));
        }
    }

    /// <summary>The author of that post writes below it; null when it is gone.</summary>
    public string? WriteAgain(string postId)
    {
        lock (gate)
        {
            var post = said.Single(one => one.IdText == postId);
            if (post.IsDeleted)
                return null;
            Publish(post.Author, $"@HarbourTheatre one more thing before I forget, number {++number}", post, TimeSpan.Zero);
            return said[^1].IdText;
        }
    }

    /// <summary>False when nobody has said anything yet.</summary>
    public bool Delete(int choice)
    {
        lock (gate)
        {
            if (OneOfThose(choice) is not { } post)
                return false;
            square.Delete(post.Id);
            return true;
        }
    }

    /// <inheritdoc cref="Delete"/>
    public bool AnswerByPhone(int choice)
    {
        lock (gate)
        {
            if (OneOfThose(choice) is not { } post)
                return false;
            ByPhone.Add(square.Publish(new NewPost(account, $"Answered on the way home, {++number}") { InReplyTo = post }).Id);
            return true;
        }
    }

    private Post? OneOfThose(int choice) => said.Where(post => !post.IsDeleted).ToList() is { Count: > 0 } standing ? standing[choice % standing.Count] : null;

    private void Publish(User author, string text, Post? below, TimeSpan late) =>
        said.Add(square.Publish(new NewPost(author, text) { InReplyTo = below, Late = late }));

    private string Words(Speech kind) => kind switch
    {
        Speech.Thanks => $"@HarbourTheatre what a lovely evening, thank you! Seat {++number}",
        Speech.Question => $"@HarbourTheatre how long is the interval on day {++number}?",
        Speech.Complaint => $"@HarbourTheatre I waited {++number} minutes at the cloakroom, that is not good enough",
        Speech.Odd => Odd[dice.Next(Odd.Length)] + $" {++number}",
        Speech.Stop => Plea,
        _ => $"@HarbourTheatre and another question, number {++number}?",
    };
}
