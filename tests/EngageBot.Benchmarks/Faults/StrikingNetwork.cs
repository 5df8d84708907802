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

    /// <summary>Nothing answers any more, until it comes back.</summary>
    public Task<int> VanishAsync() => AddAsync(new { route = "*", kind = "refuse", times = -1 });

    public async Task ComeBackAsync(int id) => (await Http.DeleteAsync(new Uri($"{faults}/{id}"))).Dispose();

    public async Task<bool> HasStruckAsync(int id) => (await AllAsync()).Any(fault => fault.GetProperty("id").GetInt32() == id && fault.GetProperty("struck").GetInt32() > 0);

    /// <summary>Whether something is still to strike for the first time.</summary>
    public async Task<bool> IsWaitingAsync() => (await AllAsync()).Any(fault => fault.GetProperty("struck").GetInt32() == 0 && fault.GetProperty("times").GetInt32() > 0);

    /// <summary>Counts what struck, and ends it.</summary>
    public async Task CalmAsync()
    {
        foreach (var fault in await AllAsync())
        {
            var (route, kind) = (fault.GetProperty("route").GetString()!, fault.GetProperty("kind").GetString()!);
            tally.Hit(route == "*" ? kind : $"{kind} on {route}", fault.GetProperty("struck").GetInt32());
        }
        (await Http.DeleteAsync(faults)).Dispose();
    }

    private async Task<IReadOnlyList<JsonElement>> AllAsync() => [.. (await Http.GetFromJsonAsync<JsonElement>(faults)).EnumerateArray()];

    private async Task<int> AddAsync(object fault)
    {
        using var answer = await Http.PostAsJsonAsync(faults, fault);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt32();
    }
}
