using System.Diagnostics;

namespace EngageBot.Benchmarks.Line;

/// <summary>EngageBot as a process of its own, built in the same configuration as this program.</summary>
internal sealed class Bot : IAsyncDisposable
{
    private const string Greeting = "The desk is open at ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly long started = TimeProvider.System.GetTimestamp();
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Bot(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Complain(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Processor time of all its threads.</summary>
    public TimeSpan Processor => Refreshed.TotalProcessorTime;

    public int Id => process.Id;

    public double ResidentMegabytes => Refreshed.WorkingSet64 / 1e6;

    public double PeakMegabytes => Refreshed.PeakWorkingSet64 / 1e6;

    private Process Refreshed
    {
        get
        {
            process.Refresh();
            return process;
        }
    }

    public static Bot Start(Workplace place, params IEnumerable<string> arguments) => Start(place, new Dictionary<string, string>(), arguments);

    /// <param name="orders">Environment variables for the bench's part inside the program.</param>
    public static Bot Start(Workplace place, IReadOnlyDictionary<string, string> orders, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = place.Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { Sources.Program }.Concat(arguments).Concat(place.Settings))
            start.ArgumentList.Add(argument);
        // Neither secrets nor settings of whoever measures: the only account must be that of the sandbox.
        start.Environment["HOME"] = place.Folder;
        foreach (var name in start.Environment.Keys.Where(name => name.Contains("__", StringComparison.Ordinal) || name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in orders)
            start.Environment[name] = value;
        return new Bot(new Process { StartInfo = start });
    }

    /// <summary>How long after the start of the process the sign-in page was there.</summary>
    public async Task<TimeSpan> FirstPageAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = await address.Task.WaitAsync(Patience, TimeProvider.System, cancellationToken) };
        using var page = await http.GetAsync(new Uri("/sign-in", UriKind.Relative), cancellationToken);
        page.EnsureSuccessStatusCode();
        return TimeProvider.System.GetElapsedTime(started);
    }

    /// <summary>Waits until a command is done.</summary>
    public async Task<int> ExitCodeAsync(CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }

    /// <summary>Asks it to end, as a service manager does.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
            await process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!process.HasExited)
                process.Kill();
        }
        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is not null && line.StartsWith(Greeting, StringComparison.Ordinal))
            address.TrySetResult(new Uri(line[Greeting.Length..]));
        else if (line is null)
            address.TrySetException(new InvalidOperationException("EngageBot ended before its desk was open."));
    }

    private static void Complain(string? line)
    {
        if (line is not null && !line.Contains(" info: ", StringComparison.Ordinal))
            Console.Error.WriteLine($"EngageBot: {line}");
    }
}
