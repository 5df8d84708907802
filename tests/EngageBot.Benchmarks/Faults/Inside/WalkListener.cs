using System.Diagnostics;

namespace EngageBot.Benchmarks.Faults.Inside;

/// <summary>Hears the steps that the program announces, on the thread that reached them.</summary>
internal sealed class WalkListener(Action<string, object?> hear) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private const string Walk = "EngageBot.Walk";

    public static void Attach(Action<string, object?> hear) => DiagnosticListener.AllListeners.Subscribe(new WalkListener(hear));

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == Walk)
            value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value) => hear(value.Key, value.Value);

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
