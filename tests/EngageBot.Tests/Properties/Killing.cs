using System.Diagnostics;
using EngageBot.Storage;

namespace EngageBot.Tests.Properties;

/// <summary>Ends what is under way at a step of the walk as kill -9 does: nothing after it happens, what was not committed is gone.</summary>
internal sealed class Killing : Exception
{
    private static readonly AsyncLocal<StepsLeft?> Left = new();

    static Killing() => DiagnosticListener.AllListeners.Subscribe(new Watcher<DiagnosticListener>(listener =>
    {
        if (listener.Name == Walk.Name)
            listener.Subscribe(new Watcher<KeyValuePair<string, object?>>(_ => Reached()));
    }));

    /// <summary>Does it, and says whether it was killed on the way.</summary>
    /// <param name="step">Counted from 1; 0 lets it live.</param>
    public static async Task<bool> AtAsync(int step, Func<Task> work)
    {
        Left.Value = step == 0 ? null : new StepsLeft { Count = step };
        try
        {
            await work();
            return false;
        }
        catch (Killing)
        {
            return true;
        }
        finally
        {
            Left.Value = null;
        }
    }

    private static void Reached()
    {
        if (Left.Value is { } left && Interlocked.Decrement(ref left.Count) <= 0)
            throw new Killing();
    }

    private sealed class StepsLeft
    {
        public int Count;
    }

    private sealed class Watcher<T>(Action<T> see) : IObserver<T>
    {
        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void OnNext(T value) => see(value);
    }
}
