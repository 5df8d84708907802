using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Approving;

/// <summary>
/// Counts for every open desk at once: who asks while a count is under way shares the next one, which begins after they asked.
/// What is done is only looked back at, and there is much of it: it is counted anew no more often than leaves the time to it.
/// </summary>
internal sealed class QueueNumbers(Database database, TimeProvider clock)
{
    // A store of a million is then counted every few seconds, a small one every time.
    private const int RestPerWork = 30;

    private readonly Lock gate = new();
    private Task<QueueCounts>? running;
    private Task<QueueCounts>? next;
    private IReadOnlyList<Count> done = [];
    private long doneAt;
    private TimeSpan doneTook = TimeSpan.MinValue;

    public Task<QueueCounts> AskAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var answer = running is null or { IsCompleted: true } ? running = Task.Run(CountAsync, CancellationToken.None) : next ??= AfterAsync(running);
            return answer.WaitAsync(cancellationToken);
        }
    }

    private async Task<QueueCounts> AfterAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (gate)
            (running, next) = (next, null);
        return await CountAsync();
    }

    private Task<QueueCounts> CountAsync() => database.ReadAsync(
        async session =>
        {
            var kinds = await session.QueryAsync<Count>("SELECT state AS Word, COUNT(*) AS Number FROM mention WHERE state IN ('waiting', 'snoozed', 'answering', 'needs-attention') GROUP BY state");
            var intents = await session.QueryAsync<Count>("SELECT intent AS Word, COUNT(*) AS Number FROM mention WHERE state = 'waiting' GROUP BY intent");
            var oldest = await session.FirstOrDefaultAsync<long?>("SELECT posted_at FROM mention WHERE state = 'waiting' ORDER BY posted_at LIMIT 1");
            var lastReply = await session.FirstOrDefaultAsync<long?>("SELECT state_since FROM reply WHERE state = 'sent' ORDER BY send_after DESC LIMIT 1");
            var proposed = await session.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM proposal JOIN mention ON mention.id = mention_id WHERE state = 'waiting'");
            return new QueueCounts(
                kinds.Concat(await DoneAsync(session)).ToDictionary(count => Words.Parse<MentionState>(count.Word), count => count.Number),
                intents.ToDictionary(count => Words.Parse<Intent>(count.Word), count => count.Number),
                Moment.Of(oldest),
                Moment.Of(lastReply),
                proposed);
        },
        CancellationToken.None);

    private async Task<IReadOnlyList<Count>> DoneAsync(Session session)
    {
        var began = clock.GetTimestamp();
        if (doneTook >= TimeSpan.Zero && clock.GetElapsedTime(doneAt, began) < doneTook * RestPerWork)
            return done;
        done = await session.QueryAsync<Count>(
            "SELECT state AS Word, COUNT(*) AS Number FROM mention WHERE state IN ('answered', 'let-be', 'answered-elsewhere', 'withdrawn') GROUP BY state");
        (doneAt, doneTook) = (clock.GetTimestamp(), clock.GetElapsedTime(began));
        return done;
    }

    // Not a positional record: SQLite names no type for the count of an empty table, and then Dapper finds no constructor.
    private sealed class Count
    {
        public string Word { get; init; } = "";
        public long Number { get; init; }
    }
}
