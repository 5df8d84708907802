namespace EngageBot.Sandbox.Faults;

/// <summary>The faults that are waiting to strike. With the same seed and requests, the same ones strike.</summary>
internal sealed class FaultBook(int seed)
{
    private const int Remembered = 500;

    private readonly Lock gate = new();
    private readonly Random dice = new(seed);
    private readonly List<Fault> faults = [];
    private int numbered;

    public IReadOnlyList<Fault> All
    {
        get
        {
            lock (gate)
                return [.. faults];
        }
    }

    public Fault Add(Fault fault)
    {
        lock (gate)
        {
            var numberedFault = fault with { Id = ++numbered, Struck = 0 };
            if (faults.Count >= Remembered)
                faults.RemoveAll(old => old.Times == 0);
            faults.Add(numberedFault);
            return numberedFault;
        }
    }

    public void Clear()
    {
        lock (gate)
            faults.Clear();
    }

    public bool Remove(int id)
    {
        lock (gate)
            return faults.RemoveAll(fault => fault.Id == id) > 0;
    }

    /// <summary>Any waits that apply to the request, and at most one fault that ends it.</summary>
    public IReadOnlyList<Fault> Strike(string route) =>
        Strike(fault => fault.Kind != FaultKind.Late && (fault.Route == "*" || fault.Route == route));

    /// <summary>How late the next post of a follower is to show up.</summary>
    public TimeSpan StrikeLateness() =>
        Strike(fault => fault.Kind == FaultKind.Late) is [var fault, ..]
            ? TimeSpan.FromMilliseconds(fault.Milliseconds ?? 5_000)
            : TimeSpan.Zero;

    private List<Fault> Strike(Func<Fault, bool> applies)
    {
        lock (gate)
        {
            var struck = new List<Fault>();
            for (var i = 0; i < faults.Count; i++)
            {
                var fault = faults[i];
                if (fault.Times == 0 || !applies(fault) || (fault.Probability < 1 && dice.NextDouble() >= fault.Probability))
                    continue;
                faults[i] = fault with { Times = fault.Times - Math.Sign(Math.Max(0, fault.Times)), Struck = fault.Struck + 1 };
                struck.Add(fault);
                if (fault.Kind is not (FaultKind.Delay or FaultKind.DelayAfter))
                    break;
            }

            return struck;
        }
    }
}
