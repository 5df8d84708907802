using System.Diagnostics;
using System.Text.RegularExpressions;
using EngageBot.Desk;

namespace EngageBot.BrowserTests;

/// <summary>The real program in a process of its own: a free port, a database in a temporary folder, the embedded sandbox without followers.</summary>
public sealed partial class RunningHouse : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly string[] Common =
    [
        "--urls=http://127.0.0.1:0", "--Sandbox:Port=0", "--Sandbox:Followers=false",
        "--Listening:FastestSeconds=0.2", "--Listening:SlowestSeconds=0.5", "--People:SignInAttemptsPerMinute=1000",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("engagebot-house-").FullName;
    private readonly List<string> output = [];
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HttpClient http = new();
    private readonly string[] settings;
    private Process process;

    private RunningHouse(string[] settings)
    {
        this.settings = settings;
        process = Launch(settings);
    }

    /// <summary>Where the desk is.</summary>
    public Uri Desk => Link(DeskLine());

    /// <summary>The one-time link that makes the first admin.</summary>
    public Uri Setup => Link(SetupLine());

    /// <summary>The sandbox's public page; its controls lie below.</summary>
    public Uri Sandbox => Link(SandboxLine());

    /// <summary>What the program keeps.</summary>
    public string DatabaseFile => Path.Combine(folder, "data", "engagebot.db");

    /// <summary>Starts with settings like <c>--Approving:UndoSeconds=2</c> and returns when the setup link is printed.</summary>
    public static async Task<RunningHouse> StartAsync(params string[] settings)
    {
        var house = new RunningHouse(settings);
        try
        {
            await house.started.Task.WaitAsync(StartLimit);
        }
        catch (TimeoutException)
        {
            var said = string.Join('\n', house.Said());
            await house.DisposeAsync();
            throw new InvalidOperationException($"The program did not come up. It said:\n{said}");
        }
        return house;
    }

    /// <summary>Kills the program and starts it again on the same store, at the same address.</summary>
    public async Task RestartAsync()
    {
        var desk = Desk;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = Launch([.. settings, $"--urls={desk.GetLeftPart(UriPartial.Authority)}"]);
        for (var attempt = 0; attempt < 300; attempt++)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(desk, "/health/live"));
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            }
        }
        throw new InvalidOperationException($"The program did not come back. It said:\n{string.Join('\n', Said())}");
    }

    /// <summary>A follower writes; the id of the post.</summary>
    public async Task<string> WritesAsync(string handle, string text, string? name = null, string? replyTo = null)
    {
        using var answer = await http.PostAsJsonAsync($"{Sandbox}/posts", new Dictionary<string, string?> { ["as"] = handle, ["name"] = name, ["text"] = text, ["replyTo"] = replyTo });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<Published>())!.Id;
    }

    /// <summary>All that is public, as the sandbox tells it.</summary>
    public async Task<IReadOnlyList<PublicPost>> PublicAsync() => (await http.GetFromJsonAsync<List<PublicPost>>(new Uri($"{Sandbox}/public?limit=10000")))!;

    /// <summary>Waits for the public reply to a post; its words, letter by letter.</summary>
    public async Task<string> ReplyToAsync(string postId)
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            if ((await PublicAsync()).Where(post => post.InReplyTo == postId && post.Author.IsAccount).ToList() is [var reply])
                return reply.Text;
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
        throw new InvalidOperationException("No reply became public, or more than one.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        http.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private Process Launch(string[] settings)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        var program = typeof(DeskSetup).Assembly.Location;
        start.ArgumentList.Add(program);
        foreach (var setting in Common.Append($"--Library:Path={Path.Combine(Path.GetDirectoryName(program)!, "prompts")}").Concat(settings))
            start.ArgumentList.Add(setting);
        var launched = Process.Start(start)!;
        launched.OutputDataReceived += (_, line) => Hear(line.Data);
        launched.ErrorDataReceived += (_, line) => Hear(line.Data);
        launched.BeginOutputReadLine();
        launched.BeginErrorReadLine();
        return launched;
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (output)
            output.Add(line);
        if (SetupLine().IsMatch(line))
            started.TrySetResult();
    }

    private string[] Said()
    {
        lock (output)
            return [.. output];
    }

    private Uri Link(Regex line) => new(Said().Select(said => line.Match(said)).Last(match => match.Success).Groups["link"].Value);

    [GeneratedRegex(@"desk is open at (?<link>http://\S+)")]
    private static partial Regex DeskLine();

    [GeneratedRegex(@"(?<link>http://\S+/setup\?key=\S+)")]
    private static partial Regex SetupLine();

    [GeneratedRegex(@"(?<link>http://\S+/sandbox)\b")]
    private static partial Regex SandboxLine();

    private sealed record Published(string Id);
}

/// <summary>A post as the sandbox shows it.</summary>
public sealed record PublicPost(string Id, PublicAuthor Author, string Text, string? InReplyTo);

/// <summary>Who wrote it.</summary>
/// <param name="IsAccount">One of the accounts that the program speaks for.</param>
public sealed record PublicAuthor(string Handle, bool IsAccount);
