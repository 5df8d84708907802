using EngageBot.Benchmarks.Figures;
using EngageBot.Benchmarks.Line;
using EngageBot.Benchmarks.Storm.Inside;
using EngageBot.Sandbox.Hosting;

namespace EngageBot.Benchmarks.Storm;

/// <summary>Quiet, then the storm, then quiet again; the real program in a process of its own, with people at its desks.</summary>
internal sealed class Storm(FigureTable table, int mentions, TimeSpan length, int desks)
{
    private const int Before = 300;
    private const double Thought = 1;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);

    /// <summary>False when a mention was lost or doubled.</summary>
    public async Task<bool> BreakAsync(CancellationToken cancellationToken)
    {
        await using var sandbox = await SandboxHost.StartAsync(new SandboxOptions { HasFollowers = false }, cancellationToken);
        using var place = new Workplace(sandbox);
        var crowd = new Crowd(sandbox, seed: 1);
        for (var number = 0; number < Before; number++)
            crowd.Mention();
        var notes = new Notes(Directory.CreateDirectory(Path.Combine(place.Folder, "notes")).FullName);
        await using (var bot = Bot.Start(place, StaffOrders.For(notes, desks, Thought)))
        {
            await bot.FirstPageAsync(cancellationToken);
            using var witness = new Witness(place);
            await ReadAsync(crowd, witness, cancellationToken);
            await Task.Delay(WarmUp, TimeProvider.System, cancellationToken);
            await MeasureAsync(bot, crowd, witness, notes, cancellationToken);
            var order = new QueueOrder(place);
            table.Add("mentions that wait, complaints and questions among them", order.Waiting, "");
            table.Add("complaints and questions", order.Pressing, "");
            table.Add("others that stand before one of them without a reason", order.Misplaced, "", Aim.AtMost(0));
        }
        return await new Audit(table, place).IsSoundAsync(crowd, cancellationToken);
    }

    private async Task MeasureAsync(Bot bot, Crowd crowd, Witness witness, Notes notes, CancellationToken cancellationToken)
    {
        var (heap, resident, keys) = (await notes.HeapAsync(cancellationToken), bot.ResidentMegabytes, Keystrokes.Count(notes));
        var neighbours = new Neighbours(bot);
        var began = TimeProvider.System.GetTimestamp();
        for (var number = 0; number < mentions; number++)
        {
            if ((length * ((double)number / mentions)) - TimeProvider.System.GetElapsedTime(began) is { Ticks: > 0 } early)
                await Task.Delay(early, TimeProvider.System, cancellationToken);
            crowd.Mention();
        }
        table.Add("the storm lasted", TimeProvider.System.GetElapsedTime(began).TotalSeconds, "s");
        var over = TimeProvider.System.GetTimestamp();
        await ReadAsync(crowd, witness, cancellationToken);
        table.Add("until all was read afterwards", TimeProvider.System.GetElapsedTime(over).TotalSeconds, "s");
        var pressed = new Keystrokes(notes, keys);
        table.Add("keys pressed at the desks meanwhile", pressed.All.Count, "");
        table.Add("from a key to the next letter, median", new Sample(pressed.All).Median, "ms");
        table.Add("from a key to the next letter, p95", new Sample(pressed.All).Percentile(95), "ms", Aim.AtMost(150));
        table.Add("processor taken by other programs meanwhile", neighbours.CoresTaken, "cores");
        table.Add("from a post to the desk, p95", witness.Delay(Before).Percentile(95), "s");
        await Task.Delay(WarmUp, TimeProvider.System, cancellationToken);
        table.Add("memory held before", heap, "MB");
        table.Add("memory held more afterwards", await notes.HeapAsync(cancellationToken) - heap, "MB", Aim.AtMost(10));
        table.Add("resident memory before", resident, "MB");
        table.Add("resident memory afterwards", bot.ResidentMegabytes, "MB");
        table.Add("resident memory, highest", bot.PeakMegabytes, "MB", Aim.AtMost(400));
    }

    private static async Task ReadAsync(Crowd crowd, Witness witness, CancellationToken cancellationToken)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (witness.Bookmark() < crowd.Posted[^1])
        {
            if (TimeProvider.System.GetElapsedTime(since) > Patience)
                throw new TimeoutException("The line stands still.");
            await Task.Delay(Glance, TimeProvider.System, cancellationToken);
        }
    }
}
