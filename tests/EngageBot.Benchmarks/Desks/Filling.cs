using EngageBot.Model;

namespace EngageBot.Benchmarks.Desks;

/// <summary>Two years of a house that is talked to: threads, people who come back, replies, drafts and the journal; the newest mentions wait.</summary>
internal sealed class Filling(House house, Stock stock)
{
    private const int Batch = 10_000;
    private static readonly TimeSpan Span = TimeSpan.FromDays(730);
    private readonly Random dice = new(1);
    private readonly Past past = new();
    private DateTimeOffset now;
    private int written;

    public async Task FillAsync(CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        now = house.Clock.GetUtcNow();
        Account[] accounts =
        [
            await house.AccountAsync("1", "HarbourTheatre", "Harbour Theatre", cancellationToken),
            await house.AccountAsync("2", "HarbourYoung", "Harbour Young", cancellationToken),
        ];
        var voices = new Voices(dice, stock.Mentions / 3 + 1);
        while (written < stock.Mentions)
        {
            while (written < stock.Mentions && past.Mentions < Batch)
                Converse(accounts[dice.Next(4) == 0 ? 1 : 0], voices);
            await StoreAsync(cancellationToken);
        }
        await TidyAsync(cancellationToken);
        Console.Error.WriteLine($"  filled with {stock.Mentions} mentions in {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s");
    }

    private void Converse(Account account, Voices voices)
    {
        var talk = past.Begin(account, voices.Somebody(past, house.Clock), house.Clock);
        for (var turns = dice.Next(10) switch { < 7 => 1, < 9 => 2, _ => 4 }; turns > 0 && written < stock.Mentions; turns--)
        {
            var line = voices.Next();
            var at = now - Span + Span * ((double)written / stock.Mentions);
            past.Say(talk, line, at, StateOf(written++), dice, house.Clock);
        }
    }

    private MentionState StateOf(int number) => (stock.Mentions - number) switch
    {
        var left when left <= stock.Waiting => MentionState.Waiting,
        var left when left <= stock.Waiting + 200 => MentionState.Snoozed,
        _ => dice.Next(100) switch { < 62 => MentionState.Answered, < 90 => MentionState.LetBe, < 98 => MentionState.AnsweredElsewhere, _ => MentionState.Withdrawn },
    };

    private async Task StoreAsync(CancellationToken cancellationToken)
    {
        await using var connection = await house.Database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await past.FlushAsync(connection, transaction, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>What a database does by itself when it is not filled in one go.</summary>
    private async Task TidyAsync(CancellationToken cancellationToken)
    {
        await using var connection = await house.Database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = house.Database.Options.IsSqlite ? "PRAGMA wal_checkpoint(TRUNCATE)" : "VACUUM ANALYZE";
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
