using System.Collections.Concurrent;
using System.Diagnostics;
using EngageBot.Benchmarks.Faults.Inside;

namespace EngageBot.Benchmarks.Faults;

/// <summary>One life of the program: from its start to its end by whatever cause.</summary>
internal sealed class BotProcess : IDisposable
{
    private const string Greeting = "The desk is open at ";
    private const int LinesKept = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly Lock gate = new();
    private bool isDisposed;
    private readonly ConcurrentQueue<string> said = new();
    private readonly TaskCompletionSource<Uri?> desk = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BotProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text && text.StartsWith(Greeting, StringComparison.Ordinal))
                desk.TrySetResult(new Uri(text[Greeting.Length..]));
        };
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Id = process.Id;
        Ended = WatchAsync();
    }

    /// <summary>The step at which it ended as it was ordered to; null when it did not.</summary>
    public string? DiedAt => said.FirstOrDefault(line => line.StartsWith(Orders.LastWords, StringComparison.Ordinal))?[Orders.LastWords.Length..];

    /// <summary>Whether the bench ended it.</summary>
    public bool WasEnded { get; private set; }

    public int Id { get; }

    /// <summary>Ends when the process has ended and its last words have arrived.</summary>
    public Task Ended { get; }

    /// <summary>Its last lines on standard error.</summary>
    public IEnumerable<string> LastWords => said;

    public static BotProcess Start(string program, string folder, IEnumerable<string> settings, IReadOnlyDictionary<string, string> orders)
    {
        // Ignored in the shell, the signal of a full disk stays ignored in the program: it sees the failed write instead.
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "-c", "trap '' XFSZ; exec dotnet \"$@\"", "sh", program }.Concat(settings))
            start.ArgumentList.Add(argument);
        // Neither secrets nor settings of whoever runs the bench.
        foreach (var name in start.Environment.Keys.Where(name => name.Contains("__", StringComparison.Ordinal) || name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["HOME"] = folder;
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(Orders).Assembly.Location;
        start.Environment["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = typeof(Orders).Assembly.GetName().Name;
        foreach (var (name, value) in orders)
            start.Environment[name] = value;
        return new BotProcess(new Process { StartInfo = start });
    }

    /// <summary>Where its desk is; null when it ended before.</summary>
    public Task<Uri?> DeskAsync() => desk.Task.WaitAsync(Patience, TimeProvider.System);

    /// <summary>As kill -9 does.</summary>
    public void Kill()
    {
        WasEnded = true;
        // Whoever kills may have taken hold of it just before it ended by itself.
        lock (gate)
        {
            if (!isDisposed)
                process.Kill();
        }
    }

    /// <summary>Asks it to end, as a service manager does, and says how long that took.</summary>
    public async Task<TimeSpan> StopAsync()
    {
        WasEnded = true;
        var asked = TimeProvider.System.GetTimestamp();
        using var kill = Process.Start(new ProcessStartInfo("kill", ["-TERM", $"{Id}"]) { RedirectStandardError = true });
        await Ended.WaitAsync(Patience, TimeProvider.System);
        return TimeProvider.System.GetElapsedTime(asked);
    }

    public void Dispose()
    {
        Kill();
        process.WaitForExit();
        lock (gate)
        {
            isDisposed = true;
            process.Dispose();
        }
    }

    private async Task WatchAsync()
    {
        await process.WaitForExitAsync();
        desk.TrySetResult(null);
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        said.Enqueue(line);
        if (said.Count > LinesKept)
            said.TryDequeue(out _);
    }
}
