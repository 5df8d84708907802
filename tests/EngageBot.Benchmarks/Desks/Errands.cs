using EngageBot.Approving;
using EngageBot.Approving.Finding;
using EngageBot.Benchmarks.Figures;
using EngageBot.Desk.Queue;
using EngageBot.Desk.Shell;

namespace EngageBot.Benchmarks.Desks;

/// <summary>What a person asks of the desk, one thing after the other, timed where the server begins and ends.</summary>
internal sealed class Errands(House house, DeskTable table, int tries)
{
    private const int Warming = 20;

    // Words that stand in few posts and words that stand in most, unfinished ones, in a row, and narrowed.
    private static readonly string[] Wishes =
    [
        "kalomi", "thank", "the lute", "zarzarka", "\"built in the room\"", "ticke", "lang:de is:answered", "from:HarbourTheatre lute", "is:snoozed", "kalo sami", "thank you is:waiting", "see you in 37 days",
    ];

    private readonly Random dice = new(2);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var ids = await SomeMentionsAsync(cancellationToken);
        var queue = house.Get<ApprovalQueue>();
        table.Add("queue page: list and counts", await TimeAsync(async _ =>
        {
            await queue.ListAsync(new Sight(Lane.Waiting).View(50), cancellationToken);
            await queue.CountsAsync(cancellationToken);
        }), 15, "123 ms", "608 ms");
        table.Add("opening a mention", await TimeAsync(number => house.Get<MentionDesk>().OpenAsync(ids[number % ids.Count], cancellationToken)), 15, "181 ms", "534 ms");
        var search = house.Get<MentionSearch>();
        table.Add("search, a page of 50", await TimeAsync(number => search.FindAsync(Wishes[number % Wishes.Length], 50, null, cancellationToken)), 40, "394 ms");
        await DecideAsync();
    }

    /// <summary>The decision of one letter until the next lies open, list and undo line included.</summary>
    private async Task DecideAsync()
    {
        await using var scope = house.Services.CreateAsyncScope();
        var sitting = scope.ServiceProvider.GetRequiredService<Sitting>();
        sitting.Rights = new Rights("Ana", MayDraft: true, MayDecide: true);
        await sitting.SitDownAsync(new Sight(Lane.Waiting), null);
        var refused = 0;
        table.Add("approve to the next letter", await TimeAsync(number =>
        {
            sitting.Type(sitting.Words!, $"Thank you, and see you on evening {number} of the year.");
            return sitting.ApproveAsync();
        }, () => refused += sitting.Notice is null ? 0 : 1), 15);
        if (refused > 0)
            table.Add("approvals that did not go through", $"{refused}");
    }

    private async Task<Sample> TimeAsync(Func<int, Task> errand, Action? afterwards = null)
    {
        var times = new List<double>();
        for (var number = -Warming; number < tries; number++)
        {
            house.Clock.PutForward(TimeSpan.FromSeconds(1)); // nothing is decided at first sight
            var began = TimeProvider.System.GetTimestamp();
            await errand(number + Warming);
            if (number >= 0)
                times.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
            afterwards?.Invoke();
        }
        return new Sample(times);
    }

    private async Task<IReadOnlyList<string>> SomeMentionsAsync(CancellationToken cancellationToken)
    {
        var all = await house.Database.ReadAsync(session => session.QueryAsync<string>("SELECT id FROM mention"), cancellationToken);
        return [.. Enumerable.Range(0, tries + Warming).Select(_ => all[dice.Next(all.Count)])];
    }
}
