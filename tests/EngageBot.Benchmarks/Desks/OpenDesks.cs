using System.Diagnostics;
using EngageBot.Benchmarks.Figures;
using EngageBot.Desk.Queue;
using EngageBot.Desk.Shell;
using EngageBot.Listening;
using EngageBot.Model;
using EngageBot.Sandbox.Followers;

namespace EngageBot.Benchmarks.Desks;

/// <summary>
/// Many desks open while mentions come in. A desk here is all that the server keeps of one but the page in the browser:
/// its pulse, its list, its open letter.
/// </summary>
internal sealed class OpenDesks(House house, DeskTable table, int desks)
{
    private const int PerSecond = 20;
    private const int Seconds = 20;
    private readonly List<double> openings = [];
    private readonly List<DeskPulse> pulses = [];
    private readonly Random dice = new(3);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var open = new List<(AsyncServiceScope Scope, Sitting Sitting)>();
        for (var number = 0; number < desks; number++)
            open.Add(await SitDownAsync($"person {number}"));
        table.Add("memory of one open desk, without its page", $"{(GC.GetTotalMemory(forceFullCollection: true) - before) / 1024 / desks} kB");
        await UnderLoadAsync([.. open.Select(desk => desk.Sitting)], cancellationToken);
        foreach (var pulse in pulses)
            await pulse.DisposeAsync();
        foreach (var (scope, _) in open)
            await scope.DisposeAsync();
    }

    private async Task<(AsyncServiceScope, Sitting)> SitDownAsync(string person)
    {
        var scope = house.Services.CreateAsyncScope();
        var sitting = scope.ServiceProvider.GetRequiredService<Sitting>();
        sitting.Rights = new Rights(person, MayDraft: true, MayDecide: true);
        await sitting.SitDownAsync(new Sight(Lane.Waiting), null);
        return (scope, sitting);
    }

    private async Task UnderLoadAsync(Sitting[] sittings, CancellationToken cancellationToken)
    {
        foreach (var sitting in sittings)
            Watch(sitting);
        var account = await house.AccountAsync("1", "HarbourTheatre", "Harbour Theatre", cancellationToken);
        var (processor, began) = (Process.GetCurrentProcess().TotalProcessorTime, TimeProvider.System.GetTimestamp());
        var stored = new List<double>();
        var troupe = new Troupe(4, "HarbourTheatre");
        for (var number = 0; number < PerSecond * Seconds; number++)
        {
            var due = TimeSpan.FromSeconds((double)number / PerSecond) - TimeProvider.System.GetElapsedTime(began);
            if (due > TimeSpan.Zero)
                await Task.Delay(due, TimeProvider.System, cancellationToken);
            stored.Add(await StoreAsync(account, troupe.Next(), number, cancellationToken));
            await OpenAsync(sittings[dice.Next(sittings.Length)]);
        }
        var took = TimeProvider.System.GetElapsedTime(began);
        var name = $"{sittings.Length} desks open, {PerSecond} mentions/s";
        table.Add($"{name}: to read and store one", new Sample(stored));
        table.Add($"{name}: next letter", new Sample(openings), 100);
        table.Add($"{name}: mentions that came in per second", $"{PerSecond * Seconds / took.TotalSeconds:0.0}");
        table.Add($"{name}: processor", $"{(Process.GetCurrentProcess().TotalProcessorTime - processor) / took:0.00} cores");
    }

    /// <summary>Looks again at every ring, as an open page does.</summary>
    private void Watch(Sitting sitting)
    {
        var pulse = ActivatorUtilities.CreateInstance<DeskPulse>(house.Services);
        pulse.Changed += sitting.RefreshAsync;
        pulse.Start();
        pulses.Add(pulse);
    }

    private async Task<double> StoreAsync(Account account, FollowerPost post, int number, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        var intake = house.Get<MentionIntake>();
        var id = $"{9_000_000_000 + number}";
        var page = await intake.PrepareAsync(account, [new Post(id, new Person($"7{number}", $"new{number}", post.Author.Name), post.Text, house.Clock.GetUtcNow(), id)], cancellationToken);
        await intake.StoreAsync(account, page, null, null, cancellationToken);
        return TimeProvider.System.GetElapsedTime(began).TotalMilliseconds;
    }

    private async Task OpenAsync(Sitting sitting)
    {
        var began = TimeProvider.System.GetTimestamp();
        await sitting.NextAsync();
        openings.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
    }
}
