using System.IO.MemoryMappedFiles;

namespace EngageBot.Benchmarks.Faults.Inside;

/// <summary>
/// Time as all processes of one run share it: how fast it passes, how much of it was skipped, and how wrong each program's wall clock is.
/// One process writes, any number read.
/// </summary>
internal sealed class TimeFile : IDisposable
{
    private const int Length = 64;
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;

    private TimeFile(MemoryMappedFile file)
    {
        this.file = file;
        view = file.CreateViewAccessor();
    }

    public static TimeFile Create(string path)
    {
        File.WriteAllBytes(path, new byte[Length]);
        var created = Open(path);
        created.Turn(1, TimeSpan.Zero);
        return created;
    }

    public static TimeFile Open(string path) => new(MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, Length));

    /// <summary>How many seconds pass in one.</summary>
    public double Pace => view.ReadInt64(24) / 1000d;

    /// <summary>What passed beyond the real time since the start.</summary>
    public TimeSpan Ahead
    {
        get
        {
            while (true)
            {
                var turn = Volatile.ReadAt(view, 0);
                var ahead = view.ReadInt64(16) + (long)((TimeProvider.System.GetTimestamp() - view.ReadInt64(8)) / 100d * (Pace - 1));
                if ((turn & 1) == 0 && turn == Volatile.ReadAt(view, 0))
                    return TimeSpan.FromTicks(ahead);
            }
        }
    }

    /// <summary>How far a program's wall clock is off; its timers do not mind.</summary>
    public TimeSpan Error(int number) => TimeSpan.FromTicks(view.ReadInt64(32 + (8 * number)));

    public void SetError(int number, TimeSpan error) => view.Write(32 + (8 * number), error.Ticks);

    /// <summary>From now on time passes at this pace, after a leap.</summary>
    public void Turn(double pace, TimeSpan leap)
    {
        var ahead = Pace == 0 ? TimeSpan.Zero : Ahead;
        var turn = view.ReadInt64(0);
        view.Write(0, turn + 1);
        view.Write(16, (ahead + leap).Ticks);
        view.Write(8, TimeProvider.System.GetTimestamp());
        view.Write(24, (long)(pace * 1000));
        view.Write(0, turn + 2);
    }

    public void Dispose()
    {
        view.Dispose();
        file.Dispose();
    }

    private static class Volatile
    {
        public static long ReadAt(MemoryMappedViewAccessor view, long position)
        {
            Interlocked.MemoryBarrier();
            return view.ReadInt64(position);
        }
    }
}
