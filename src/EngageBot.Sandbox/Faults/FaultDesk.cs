using EngageBot.Sandbox.Auth;

namespace EngageBot.Sandbox.Faults;

/// <summary>Hands out the faults that strike a request; null is the usual case.</summary>
internal sealed class FaultDesk(FaultBook book, TokenBook tokens, TimeProvider clock)
{
    public Mischief? For(string route) =>
        book.Strike(route) is { Count: > 0 } faults ? new Mischief(faults, tokens, clock) : null;
}
