namespace EngageBot.Sandbox.Auth;

/// <summary>Remembers nonces for as long as their timestamps would be accepted.</summary>
internal sealed class NonceMemory(TimeSpan span)
{
    private readonly Lock gate = new();
    private HashSet<string> current = [];
    private HashSet<string> previous = [];
    private DateTimeOffset turned = DateTimeOffset.MinValue;

    public bool IsFresh(string nonce, DateTimeOffset now)
    {
        lock (gate)
        {
            if (now - turned >= span)
            {
                previous = now - turned < span * 2 ? current : [];
                current = [];
                turned = now;
            }

            return !previous.Contains(nonce) && current.Add(nonce);
        }
    }
}
