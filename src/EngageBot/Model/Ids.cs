namespace EngageBot.Model;

/// <summary>Keys that sort by the time they were made (UUIDv7, lower case).</summary>
public static class Ids
{
    /// <summary>A new key.</summary>
    public static string New(TimeProvider clock)
    {
#pragma warning disable RS0030 // the one place that may ask, and it passes the clock
        return Guid.CreateVersion7(clock.GetUtcNow()).ToString();
#pragma warning restore RS0030
    }
}
