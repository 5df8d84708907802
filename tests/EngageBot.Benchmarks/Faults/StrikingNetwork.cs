using System.Text.Json;
using EngageBot.Sandbox.Hosting;

namespace EngageBot.Benchmarks.Faults;

/// <summary>The sandbox's faults, and how often they struck.</summary>
internal sealed class StrikingNetwork(SandboxHost sandbox, Tally tally)
{
    private static readonly HttpClient Http = new();
    private readonly Uri faults = new(sandbox.BaseUri, "/sandbox/faults");

    public Task StrikeAsync(Deed.Strike strike) => AddAsync(new
    {
        route = strike.Route,
        kind = strike.Kind,
        times = strike.Times,
        milliseconds = strike.Milliseconds,
        seconds = strike.Seconds,
        status = strike.Status,
    });

    /// <summary>Nothing answers any more.</summary>
    public Task VanishAsync()
    {
        tally.Hit("X out of reach for minutes");
        return AddAsync(new { route = "*", kind = "refuse", times = -1 });
    }

    /// <summary>Counts what struck, and ends it.</summary>
    public async Task CalmAsync()
    {
        foreach (var fault in (await Http.GetFromJsonAsync<JsonElement>(faults)).EnumerateArray())
        {
            var (route, kind) = (fault.GetProperty("route").GetString()!, fault.GetProperty("kind").GetString()!);
            tally.Hit(route == "*" ? kind : $"{kind} on {route}", fault.GetProperty("struck").GetInt32());
        }
        (await Http.DeleteAsync(faults)).Dispose();
    }

    private async Task AddAsync(object fault)
    {
        using var answer = await Http.PostAsJsonAsync(faults, fault);
        answer.EnsureSuccessStatusCode();
    }
}
