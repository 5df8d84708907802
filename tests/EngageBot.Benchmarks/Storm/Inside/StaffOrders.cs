using EngageBot.Benchmarks.Faults.Inside;

namespace EngageBot.Benchmarks.Storm.Inside;

/// <summary>The environment variables through which the bench puts people at the desks of the measured program.</summary>
internal static class StaffOrders
{
    /// <summary>How many desks.</summary>
    public const string Desks = "STORM_DESKS";

    /// <summary>Seconds of thought between two keys, by the program's clock.</summary>
    public const string Thought = "STORM_THOUGHT";

    /// <summary>The folder of the notes that pass between the bench and its part inside.</summary>
    public const string Notes = "STORM_NOTES";

    /// <summary>All that the program needs in its environment.</summary>
    public static Dictionary<string, string> For(Notes notes, int desks, double thought, string? clock = null)
    {
        var orders = new Dictionary<string, string>
        {
            ["DOTNET_STARTUP_HOOKS"] = typeof(StaffOrders).Assembly.Location,
            ["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = typeof(StaffOrders).Assembly.GetName().Name!,
            [Desks] = $"{desks}",
            [Thought] = FormattableString.Invariant($"{thought}"),
            [Notes] = notes.Folder,
        };
        if (clock is not null)
            orders[Orders.Clock] = clock;
        return orders;
    }
}
