using EngageBot.Benchmarks.Faults.Inside;
using EngageBot.Storage;

namespace EngageBot.Benchmarks.Faults;

/// <summary>Waits, with time passing quickly, until everything public was heard and nothing is on its way any more.</summary>
internal sealed class Rest(Database database, Followers followers, TimeFile time, bool isPatient)
{
    private const double Pace = 20;
    private const int FewestLooksBetweenLeaps = 4;
    private const int LooksBetweenLeaps = 12;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    // What the program has not found in so many whole readings it does not find; on a busy machine it may not have come to them yet.
    private const int ReadingsEnough = 150;
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(12);
    // A bug that was put in on purpose is to be seen, not to be proven.
    private readonly int readingsEnough = isPatient ? ReadingsEnough : ReadingsEnough / 3;
    private readonly TimeSpan shortest = isPatient ? Shortest : Shortest / 4;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestLeap = TimeSpan.FromMinutes(10);

    /// <summary>What kept it from resting, in words.</summary>
    public string Missing { get; private set; } = "";

    public Task<bool> ComeAsync() => UntilAsync(async session =>
    {
        var stored = (await session.QueryAsync<string>("SELECT post_id FROM mention")).ToHashSet();
        var unheard = followers.Mentions.Where(post => !post.IsDeleted && !stored.Contains(post.IdText)).ToList();
        var underWay = await session.QueryAsync<string>("SELECT state FROM reply WHERE state IN ('held', 'sending', 'unclear')");
        Missing = $"{unheard.Count} mentions not stored ({string.Join(' ', unheard.Take(3).Select(post => post.IdText))}), replies {string.Join(' ', underWay)}";
        return (unheard.Count == 0 && underWay.Count == 0, !underWay.Contains("sending"));
    });

    /// <summary>Until nothing is left of the words of deleted mentions; a day is allowed, the setting of the runs is an hour.</summary>
    public Task<bool> ForgetAsync() => UntilAsync(async session =>
    {
        var kept = (await session.QueryAsync<string>("SELECT post_id FROM mention WHERE text <> ''")).ToHashSet();
        return (!followers.Mentions.Any(post => post.IsDeleted && kept.Contains(post.IdText)), true);
    });

    private async Task<bool> UntilAsync(Func<Session, Task<(bool IsAtRest, bool MayLeap)>> look)
    {
        var began = TimeProvider.System.GetTimestamp();
        var leap = TimeSpan.FromSeconds(30);
        time.Turn(Pace, TimeSpan.Zero);
        var (readings, lastRead, readAtLeap) = (0, 0L, 0L);
        for (var looks = 1; TimeProvider.System.GetElapsedTime(began) is var passed && passed < Longest && (readings < readingsEnough || passed < shortest); looks++)
        {
            var (isAtRest, mayLeap, readAt) = await TryLookAsync(look);
            readings += readAt == lastRead ? 0 : 1;
            lastRead = readAt;
            if (isAtRest)
                return true;
            if (mayLeap && (looks >= LooksBetweenLeaps || (looks >= FewestLooksBetweenLeaps && readAt != readAtLeap)))
            {
                (looks, readAtLeap) = (0, readAt);
                time.Turn(Pace, leap);
                leap = leap * 2 < LongestLeap ? leap * 2 : LongestLeap;
            }
            await Task.Delay(Glance, TimeProvider.System);
        }
        return false;
    }

    /// <summary>The database may just have been cut off; then the next look tells.</summary>
    private async Task<(bool IsAtRest, bool MayLeap, long ReadAt)> TryLookAsync(Func<Session, Task<(bool, bool)>> look)
    {
        try
        {
            return await database.ReadAsync(
                async session =>
                {
                    var (isAtRest, mayLeap) = await look(session);
                    return (isAtRest, mayLeap, await session.FirstOrDefaultAsync<long?>("SELECT MAX(read_at) FROM account") ?? 0);
                },
                CancellationToken.None);
        }
        catch (Exception trouble) when (StorageTrouble.Explain(trouble) is not null)
        {
            return (false, false, 0);
        }
    }
}
