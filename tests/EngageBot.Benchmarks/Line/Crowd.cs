using EngageBot.Sandbox.Followers;
using EngageBot.Sandbox.Hosting;
using EngageBot.Sandbox.Square;

namespace EngageBot.Benchmarks.Line;

/// <summary>Followers who post when told to; remembers every mention they made.</summary>
internal sealed class Crowd
{
    private readonly PublicSquare square;
    private readonly User account;
    private readonly Troupe troupe;
    private readonly List<long> posted = [];

    public Crowd(SandboxHost sandbox, int seed)
    {
        square = sandbox.Square;
        account = square.FindUser(sandbox.Keys.Accounts[0].Handle)!;
        troupe = new Troupe(seed, account.Handle);
    }

    /// <summary>The ids of the mentions made, oldest first.</summary>
    public IReadOnlyList<long> Posted => posted;

    public long Mention()
    {
        while (true)
        {
            var next = troupe.Next();
            var post = square.Publish(new NewPost(square.Enrol(next.Author.Handle, next.Author.Name), next.Text) { Language = next.Author.Language });
            if (!post.Mentions(account))
                continue;
            posted.Add(post.Id);
            return post.Id;
        }
    }
}
