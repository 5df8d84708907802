using System.Data.Common;
using EngageBot.Storage;

namespace EngageBot.Desk.Queue;

/// <summary>One thing at a time, and the truth about it when the database does not answer.</summary>
internal sealed partial class Sitting
{
    private readonly SemaphoreSlim oneAtATime = new(1, 1);

    /// <summary>What was asked for stands in the database, whatever becomes of showing it.</summary>
    private bool isDone;

    private async Task TryAsync(Func<Task> work)
    {
        await oneAtATime.WaitAsync();
        isDone = false;
        try
        {
            await work();
        }
        catch (DbException exception)
        {
            var why = phrases.Told(StorageTrouble.Explain(exception) ?? exception.Message);
            Notice = (isDone, exception) switch
            {
                (true, _) => phrases["It is done, but what lies here could not be brought up to date. {0}", why],
                (_, CommitInDoubtException) => why,
                _ => phrases["Nothing was changed. {0}", why],
            };
        }
        finally
        {
            oneAtATime.Release();
        }
    }
}
