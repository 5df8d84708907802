using EngageBot.Sandbox.Hosting;
using EngageBot.Sandbox.Square;
using Xunit;

namespace EngageBot.Tests.Sandbox;

public sealed class ChronicleTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("engagebot-").FullName;

    private SandboxOptions Options => new() { HasFollowers = false, RateLimits = false, DataFile = Path.Combine(folder, "world.jsonl") };

    [Fact]
    public async Task A_restarted_sandbox_knows_its_people_and_posts_under_the_same_ids()
    {
        long lena, mention, reply, gone;
        await using (var sandbox = await SandboxHost.StartAsync(Options, CancellationToken.None))
        {
            var author = sandbox.Square.Enrol("lena_k", "Lena K.");
            lena = author.Id;
            var first = sandbox.Square.Publish(new NewPost(author, "@HarbourTheatre what a night"));
            mention = first.Id;
            reply = sandbox.Square.Publish(new NewPost(sandbox.Square.FindUser("HarbourTheatre")!, "Thank you") { InReplyTo = first }).Id;
            gone = sandbox.Square.Publish(new NewPost(author, "@HarbourTheatre oops")).Id;
            sandbox.Square.Delete(gone);
        }

        await using var again = await SandboxHost.StartAsync(Options, CancellationToken.None);
        Assert.Equal(lena, again.Square.FindUser("lena_k")!.Id);
        Assert.Equal("@HarbourTheatre what a night", again.Square.Find(mention)!.Text);
        Assert.Equal(mention, again.Square.Find(reply)!.InReplyTo!.Id);
        Assert.True(again.Square.Find(gone)!.IsDeleted);
        Assert.True(again.Square.Publish(new NewPost(again.Square.FindUser("lena_k")!, "next")).Id > gone);
    }

    [Fact]
    public async Task A_line_that_a_killed_sandbox_left_unfinished_is_dropped_and_the_rest_lives()
    {
        await using (var sandbox = await SandboxHost.StartAsync(Options, CancellationToken.None))
            sandbox.Square.Publish(new NewPost(sandbox.Square.Enrol("lena_k", "Lena"), "first"));
        await File.AppendAllTextAsync(Options.DataFile!, "{\"post\":12");

        await using (var again = await SandboxHost.StartAsync(Options, CancellationToken.None))
            again.Square.Publish(new NewPost(again.Square.FindUser("lena_k")!, "second"));
        await using var third = await SandboxHost.StartAsync(Options, CancellationToken.None);
        Assert.Equal(2, third.Square.PostCount);
    }

    [Fact]
    public async Task A_replay_that_is_repeated_posts_nothing_twice()
    {
        await using (var sandbox = await SandboxHost.StartAsync(Options, CancellationToken.None))
            await ReplayAsync(sandbox, "a\tfirst\nb\tsecond\n");
        await using var again = await SandboxHost.StartAsync(Options, CancellationToken.None);
        var labels = await ReplayAsync(again, "a\tfirst\nb\tsecond\nc\tthird\n");
        Assert.Equal(["a", "b", "c"], labels);
        Assert.Equal(3, again.Square.PostCount);
    }

    [Fact]
    public async Task Two_sandboxes_do_not_write_into_one_file()
    {
        await using var sandbox = await SandboxHost.StartAsync(Options, CancellationToken.None);
        await Assert.ThrowsAsync<IOException>(() => SandboxHost.StartAsync(Options, CancellationToken.None));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task<IEnumerable<string>> ReplayAsync(SandboxHost sandbox, string lines)
    {
        using var http = new HttpClient { BaseAddress = sandbox.BaseUri };
        using var body = new StringContent(lines);
        using var answer = await http.PostAsync(new Uri("sandbox/replay?name=night.tsv", UriKind.Relative), body);
        return (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')[0]);
    }
}
