using System.Diagnostics;
using System.Globalization;

namespace EngageBot.Benchmarks.Line;

/// <summary>How much of the machine programs other than the two measured ones take meanwhile: a figure from a busy machine says little.</summary>
internal sealed class Neighbours(Bot bot)
{
    private const double TicksPerSecond = 100;
    private readonly double busyBefore = Busy();
    private readonly double oursBefore = Ours(bot);
    private readonly long began = TimeProvider.System.GetTimestamp();

    /// <summary>In processor cores.</summary>
    public double CoresTaken => Math.Max(0, (Busy() - busyBefore - (Ours(bot) - oursBefore)) / TimeProvider.System.GetElapsedTime(began).TotalSeconds);

    private static double Ours(Bot bot)
    {
        using var self = Process.GetCurrentProcess();
        return (bot.Processor + self.TotalProcessorTime).TotalSeconds;
    }

    // user nice system (idle iowait) irq softirq steal
    private static double Busy() => File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..9]
        .Where((_, place) => place is not (3 or 4)).Sum(ticks => double.Parse(ticks, CultureInfo.InvariantCulture)) / TicksPerSecond;
}
