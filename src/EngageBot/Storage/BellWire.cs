using System.Threading.Channels;
using Npgsql;

namespace EngageBot.Storage;

/// <summary>Carries rings between replicas over LISTEN/NOTIFY of PostgreSQL. A hint only: whoever sleeps also wakes by himself.</summary>
internal sealed partial class BellWire(Database database, Bell bell, TimeProvider clock, ILogger<BellWire> logger) : BackgroundService
{
    private const string ChannelName = "engagebot";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly string self = Model.Ids.New(clock);

    // Rings are all alike, so a full channel may drop one.
    private readonly Channel<Topic> outgoing = Channel.CreateBounded<Topic>(new BoundedChannelOptions(16) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (database.Options.IsSqlite)
            return;
        bell.RungHere += topic => outgoing.Writer.TryWrite(topic);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.WhenAny(HearAsync(stoppingToken), TellAsync(stoppingToken)).Unwrap();
            }
            catch (NpgsqlException exception)
            {
                LogCut(exception);
                await Task.Delay(Patience, clock, stoppingToken);
            }
        }
    }

    private async Task HearAsync(CancellationToken cancellationToken)
    {
        await using var connection = (NpgsqlConnection)await database.OpenAsync(cancellationToken);
        connection.Notification += (_, note) =>
        {
            if (!note.Payload.EndsWith(self, StringComparison.Ordinal) && Enum.TryParse<Topic>(note.Payload.Split(' ')[0], out var topic))
                bell.RingHere(topic);
        };
        await using (var listen = new NpgsqlCommand($"LISTEN {ChannelName}", connection))
            await listen.ExecuteNonQueryAsync(cancellationToken);
        while (true)
            await connection.WaitAsync(cancellationToken);
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        await foreach (var topic in outgoing.Reader.ReadAllAsync(cancellationToken))
        {
            await database.ReadAsync(
                session => session.ExecuteAsync("SELECT pg_notify(@channel, @payload)", new { channel = ChannelName, payload = $"{topic} {self}" }),
                cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The wire between replicas was cut; rings from other replicas arrive late until it is mended")]
    private partial void LogCut(Exception exception);
}
