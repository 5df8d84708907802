using System.Globalization;
using EngageBot.Desk.Queue;
using EngageBot.Desk.Shell;

namespace EngageBot.Benchmarks.Storm.Inside;

/// <summary>
/// People at work inside the measured program. A desk here is all that the server keeps of one but the page in the browser:
/// its pulse, its list, its open letter. Each key is timed from the press until the next letter lies open.
/// </summary>
internal sealed class Staff(IServiceProvider services, int desks, TimeSpan thought, Notes notes) : BackgroundService
{
    private readonly TimeProvider clock = services.GetRequiredService<TimeProvider>();
    private readonly Lock gate = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await Task.WhenAll([notes.AnswerAsync(stoppingToken), .. Enumerable.Range(0, desks).Select(number => SitAsync(number, stoppingToken))]);
    }

    private async Task SitAsync(int number, CancellationToken stoppingToken)
    {
        await using var scope = services.CreateAsyncScope();
        var sitting = scope.ServiceProvider.GetRequiredService<Sitting>();
        await using var pulse = ActivatorUtilities.CreateInstance<DeskPulse>(scope.ServiceProvider);
        sitting.Rights = new Rights($"Colleague {number}", MayDraft: true, MayDecide: true);
        await sitting.SitDownAsync(new Sight(Lane.Waiting), null);
        pulse.Changed += sitting.RefreshAsync;
        pulse.Start();
        for (var key = number; ; key++)
        {
            await Task.Delay(thought, clock, stoppingToken);
            if (sitting.Letter is null)
                continue;
            var began = TimeProvider.System.GetTimestamp();
            var what = await PressAsync(sitting, key);
            Note(what, TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
        }
    }

    private static async Task<string> PressAsync(Sitting sitting, int key)
    {
        switch (key % 5)
        {
            case 0 or 1:
                sitting.Type(sitting.Words!, $"Thank you, and see you on evening {key} of the year.");
                await sitting.ApproveAsync();
                return "approve";
            case 2 or 3:
                await sitting.LetBeAsync("no reply needed");
                return "let be";
            default:
                await sitting.NextAsync();
                return "next";
        }
    }

    private void Note(string what, double milliseconds)
    {
        lock (gate)
            File.AppendAllText(notes.Keys, string.Create(CultureInfo.InvariantCulture, $"{what}\t{milliseconds:0.###}\n"));
    }
}
