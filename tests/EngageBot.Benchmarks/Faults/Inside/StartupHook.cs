using System.Diagnostics;
using System.Globalization;
using EngageBot.Benchmarks.Faults.Inside;

/// <summary>
/// Runs inside the measured program before its first line (DOTNET_STARTUP_HOOKS names this assembly): listens to the steps of the walk
/// and ends the process, as kill -9 does, at the one that the environment names. The program knows nothing of it.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Orders.BookmarkFirst) is { Length: > 0 } store)
            WalkListener.Attach(new HastyBookmark(store).Hear);
        foreach (var order in Environment.GetEnvironmentVariable(Orders.KillAt)?.Split(',') ?? [])
            WalkListener.Attach(new Executioner(order).Hear);
    }

    /// <summary>Ends the process at the given visit of a step: <c>posting.claimed:2</c> is the second.</summary>
    private sealed class Executioner(string order)
    {
        private readonly string step = order.Split(':')[0];
        private int visitsLeft = int.Parse(order.Split(':')[1], CultureInfo.InvariantCulture);

        public void Hear(string reached, object? about)
        {
            if (reached == step && Interlocked.Decrement(ref visitsLeft) == 0)
            {
                Console.Error.Write($"\n{Orders.LastWords}{step}\n");
                using var self = Process.GetCurrentProcess();
                self.Kill(); // SIGKILL: no finally, no flush
                using var never = new ManualResetEvent(false);
                never.WaitOne();
            }
        }
    }
}
