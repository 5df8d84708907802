using System.Globalization;

namespace EngageBot.Benchmarks.Storm.Inside;

/// <summary>What the bench and its part inside the program tell each other: small files in a folder.</summary>
internal sealed class Notes(string folder)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string asked = Path.Combine(folder, "asked");
    private readonly string told = Path.Combine(folder, "told");

    public string Folder => folder;

    /// <summary>The times that the keys took, in milliseconds.</summary>
    public string Keys => Path.Combine(folder, "keys");

    /// <summary>Asks the program what it holds after a collection, in megabytes.</summary>
    public async Task<double> HeapAsync(CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(asked, "", cancellationToken);
        var since = TimeProvider.System.GetTimestamp();
        while (!File.Exists(told) || File.Exists(asked))
        {
            if (TimeProvider.System.GetElapsedTime(since) > Patience)
                throw new TimeoutException("The program does not say what it holds.");
            await Task.Delay(Glance, TimeProvider.System, cancellationToken);
        }
        return double.Parse(await File.ReadAllTextAsync(told, cancellationToken), CultureInfo.InvariantCulture);
    }

    /// <summary>Answers, inside the program, as long as it lives.</summary>
    public async Task AnswerAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (File.Exists(asked))
            {
                await File.WriteAllTextAsync(told, FormattableString.Invariant($"{Held()}"), cancellationToken);
                File.Delete(asked);
            }
            await Task.Delay(Glance, TimeProvider.System, cancellationToken);
        }
    }

    private static double Held()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true) / 1e6;
    }
}
