using EngageBot.Storage;

namespace EngageBot.Benchmarks.Faults;

/// <summary>A look at the program's outbox from outside.</summary>
internal sealed class Outbox(Database database)
{
    /// <summary>How many replies stand there without trouble; none while the database is cut off or locked.</summary>
    public async Task<long> CountAsync(string state)
    {
        try
        {
            return await database.ReadAsync(
                session => session.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM reply WHERE state = @state AND problem IS NULL", new { state }), CancellationToken.None);
        }
        catch (Exception trouble) when (StorageTrouble.Explain(trouble) is not null)
        {
            return 0;
        }
    }
}
