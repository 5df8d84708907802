using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using EngageBot.Model;
using EngageBot.People;
using EngageBot.Sandbox.Hosting;
using EngageBot.Sandbox.Square;
using EngageBot.Storage;
using EngageBot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Post = EngageBot.Sandbox.Square.Post;

namespace EngageBot.Tests.Line;

/// <summary>The real program in a process of its own, against a sandbox in this one; it can be killed and started again on the same store.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);
    private readonly TempDatabase store;
    private readonly string[] settings;
    private readonly HttpClient http = new();
    private Process? process;

    private RunningBot(TempDatabase store, SandboxHost sandbox, string[] settings)
    {
        this.store = store;
        Sandbox = sandbox;
        this.settings = settings;
    }

    public SandboxHost Sandbox { get; }

    public Database Database => store.Database;

    public static async Task<RunningBot> StartAsync(Engine engine, SandboxOptions sandbox, params string[] settings)
    {
        var bot = new RunningBot(await TempDatabase.CreateAsync(engine), await SandboxHost.StartAsync(sandbox, CancellationToken.None), settings);
        await bot.StartAsync();
        await bot.SignInAsync();
        return bot;
    }

    /// <summary>Starts the program and waits until its desk is open.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "EngageBot.dll"), .. CommonSettings(), .. settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        process = Process.Start(start)!;
        process.BeginErrorReadLine(); // an undrained pipe would block the program
        var greeting = await process.StandardOutput.ReadLineAsync().WaitAsync(StartLimit);
        Desk = new Uri(greeting!.Split(' ')[^1]);
        _ = process.StandardOutput.ReadToEndAsync();
    }

    private Uri Desk { get; set; } = null!;

    /// <summary>A second program on the same store and for the same accounts.</summary>
    public async Task<RunningBot> ReplicaAsync()
    {
        var replica = new RunningBot(store, Sandbox, settings) { IsReplica = true };
        replica.http.DefaultRequestHeaders.Authorization = http.DefaultRequestHeaders.Authorization;
        await replica.StartAsync();
        return replica;
    }

    private bool IsReplica { get; init; }

    /// <summary>As kill -9 does: no goodbye, no flush.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async Task<JsonNode> GetAsync(string path) => (await http.GetFromJsonAsync<JsonNode>(new Uri(Desk, path)))!;

    public async Task<int> PostAsync(string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(Desk, path), body);
        return (int)answer.StatusCode;
    }

    /// <summary>Approves what waits under this post with these words, as a person who has just read it.</summary>
    public async Task ApproveAsync(string postId, string text)
    {
        var id = await Until.SomeAsync(() => Database.ReadAsync(
            session => session.FirstOrDefaultAsync<string>("SELECT id FROM mention WHERE post_id = @postId AND state = 'waiting'", new { postId }), CancellationToken.None));
        var version = (long)(await GetAsync($"/api/v1/mentions/{id}"))["version"]!;
        if (await PostAsync($"/api/v1/mentions/{id}/approve", new { text, version }) is var status and not 200)
            throw new InvalidOperationException($"The approval was answered with {status}.");
    }

    public async Task<string> StateAsync(string postId) =>
        (await Database.ReadAsync(session => session.FirstOrDefaultAsync<string>("SELECT state FROM mention WHERE post_id = @postId", new { postId }), CancellationToken.None))!;

    public Task<long> CountAsync(string sql) => Database.ReadAsync(session => session.FirstOrDefaultAsync<long>(sql), CancellationToken.None);

    /// <summary>A follower says something in public.</summary>
    public Post Say(string handle, string text) => Sandbox.Square.Publish(new NewPost(Sandbox.Square.Enrol(handle, handle), text));

    /// <summary>What our account said under a post, as everybody sees it.</summary>
    public IReadOnlyList<string> PublicReplies(string postId) =>
        [.. Sandbox.Square.After(0, 100_000).Where(post => post.InReplyTo?.IdText == postId && post.Author.Handle == "HarbourTheatre").Select(post => post.Typed)];

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await KillAsync();
        http.Dispose();
        if (IsReplica)
            return;
        await Sandbox.DisposeAsync();
        await store.DisposeAsync();
    }

    private IEnumerable<string> CommonSettings()
    {
        yield return "--urls=http://127.0.0.1:0";
        yield return $"--Storage:Engine={store.Options.Engine}";
        yield return $"--Storage:ConnectionString={store.Options.ConnectionString}";
        yield return "--Listening:FastestSeconds=0.1";
        yield return "--Listening:SlowestSeconds=0.3";
        yield return "--Approving:UndoSeconds=0";
        yield return "--Posting:SecondsBetweenReplies=0";
        yield return $"--People:KeysFolder={Path.Combine(Path.GetTempPath(), "engagebot-test-keys")}";
        yield return $"--X:BaseUrl={Sandbox.BaseUri.AbsoluteUri.TrimEnd('/')}";
        foreach (var (index, account) in Sandbox.Keys.Accounts.Index())
        {
            yield return $"--X:Accounts:{index}:ConsumerKey={Sandbox.Keys.ConsumerKey}";
            yield return $"--X:Accounts:{index}:ConsumerSecret={Sandbox.Keys.ConsumerSecret}";
            yield return $"--X:Accounts:{index}:AccessToken={account.AccessToken}";
            yield return $"--X:Accounts:{index}:AccessTokenSecret={account.AccessTokenSecret}";
        }
    }

    /// <summary>A person and a token of theirs, as the desk would make them.</summary>
    private async Task SignInAsync()
    {
        var owner = Ids.New(TimeProvider.System);
        await Database.WriteAsync(
            session => session.ExecuteAsync(
                "INSERT INTO person (id, name, normalized_name, security_stamp, role, created_at) VALUES (@owner, 'Ana', 'ANA', 'stamp', 'admin', 0)", new { owner }),
            CancellationToken.None);
        var token = await new ApiTokens(Database, TimeProvider.System, NullLogger<ApiTokens>.Instance).IssueAsync(owner, "tests", Role.Approver, CancellationToken.None);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token!.Text);
    }
}
