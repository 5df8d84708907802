using System.Data.Common;
using EngageBot.Approving.Together;
using EngageBot.Desk.Letter;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Desk.Together;

/// <summary>
/// The colleagues of one open desk: tells them what lies open and is written on here, and knows what they are at.
/// What this desk holds it holds by leases; they run out when the browser, the page or the program is gone.
/// </summary>
internal sealed partial class Company(Bell bell, Presences presences, Claims claims, KeptWords kept, TimeProvider clock, ILogger<Company> logger) : IAsyncDisposable
{
    // Leases last longer than two of these.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(2);

    private readonly string desk = Ids.New(clock);
    private readonly CancellationTokenSource closing = new();
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private Task running = Task.CompletedTask;
    private string person = "";
    private string? shown;
    private string? writing;
    private bool holds;
    private bool isAway;
    private DateTimeOffset typedAt;
    private Attendance attendance = Attendance.Nobody;

    /// <summary>Somebody came, went, began or stopped writing.</summary>
    public event Action? Changed;

    /// <summary>A colleague took over what this person was writing on.</summary>
    public event Func<Task>? Lost;


    /// <summary>Who took over the open letter while this person was writing on it; null when nobody did.</summary>
    public Claim? LostTo { get; private set; }

    /// <summary>Begins to look around; later calls change nothing.</summary>
    public void Start(string name)
    {
        if (person.Length > 0)
            return;
        person = name;
        kept.Typed += NoteTyping;
        running = StayAsync(closing.Token);
    }

    /// <summary>The colleague who writes on it now; null when nobody does.</summary>
    public Claim? WriterOf(string mentionId) => attendance.Writers.FirstOrDefault(claim => claim.MentionId == mentionId && claim.Person != person);

    /// <summary>The colleagues who have it before them, without the one who writes.</summary>
    public IReadOnlyList<string> LookersAt(string mentionId) =>
    [
        .. attendance.Lookers.Where(looker => looker.MentionId == mentionId && looker.Person != person).Select(looker => looker.Person)
            .Except(attendance.Writers.Where(claim => claim.MentionId == mentionId).Select(claim => claim.Person)).Distinct().Order(StringComparer.CurrentCulture),
    ];

    /// <summary>Another letter lies open, or none.</summary>
    public Task LookAtAsync(string? mentionId) => mentionId == shown || person.Length == 0 ? Task.CompletedTask : TryAsync(async () =>
    {
        (shown, LostTo) = (mentionId, null);
        await LetGoAsync();
        await TellAsync();
    });

    /// <summary>True when the letter is this person's to write on; false when a colleague is at it.</summary>
    public async Task<bool> WriteAsync(string mentionId, bool over = false)
    {
        // While the database does not answer, writing goes on; whether a colleague writes too shows afterwards.
        (writing, holds, typedAt, LostTo) = (mentionId, false, clock.GetUtcNow(), null);
        await TryAsync(async () =>
        {
            var other = await claims.TakeAsync(mentionId, desk, person, over, CancellationToken.None);
            (writing, holds) = (other is null ? mentionId : null, other is null);
            attendance = attendance with { Writers = [.. attendance.Writers.Where(claim => claim.MentionId != mentionId), .. other is null ? [] : new[] { other }] };
        });
        return writing is not null;
    }

    /// <summary>The editor is closed: whoever comes next may write.</summary>
    public Task StopWritingAsync() => writing is null ? Task.CompletedTask : TryAsync(LetGoAsync);

    /// <summary>The browser is gone, perhaps for a moment only: nobody sits here, and nothing is renewed until it is back.</summary>
    public Task GoAsync()
    {
        isAway = true;
        return TryAsync(() => presences.LeaveAsync(desk, CancellationToken.None));
    }

    public void Return()
    {
        isAway = false;
        bell.RingHere(Topic.Company);
    }

    public async ValueTask DisposeAsync()
    {
        kept.Typed -= NoteTyping;
        await closing.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        closing.Dispose();
        if (person.Length > 0)
        {
            // if this fails, the leases run out by themselves
            await TryAsync(async () =>
            {
                await claims.ReleaseAsync(desk, CancellationToken.None);
                await presences.LeaveAsync(desk, CancellationToken.None);
            });
        }
        oneAtATime.Dispose();
    }

    private async Task StayAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var ring = bell.Next(Topic.Company);
            try
            {
                if (!isAway)
                    await RenewAsync();
                attendance = await presences.AllAsync(cancellationToken);
                Changed?.Invoke();
            }
            catch (DbException exception)
            {
                LogTrouble(exception);
            }
            await Task.Delay(Breath, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.WhenAny(ring, Task.Delay(Patience, clock, cancellationToken));
        }
    }

    private async Task RenewAsync()
    {
        Claim? lost = null;
        await TryAsync(async () =>
        {
            await TellAsync();
            if (writing is not { } mentionId)
                return;
            if (clock.GetUtcNow() - typedAt >= Idle)
            {
                if (holds)
                    await claims.ReleaseAsync(desk, CancellationToken.None);
                holds = false;
                return;
            }
            lost = await claims.TakeAsync(mentionId, desk, person, over: false, CancellationToken.None);
            (writing, holds, LostTo) = (lost is null ? mentionId : null, lost is null, lost);
        });
        if (lost is not null)
            await (Lost?.Invoke() ?? Task.CompletedTask);
    }

    private Task TellAsync() => shown is null ? Task.CompletedTask : presences.LookAsync(desk, person, shown, CancellationToken.None);

    private async Task LetGoAsync()
    {
        if (writing is null)
            return;
        (writing, holds) = (null, false);
        await claims.ReleaseAsync(desk, CancellationToken.None);
    }

    private async Task TryAsync(Func<Task> tell)
    {
        await oneAtATime.WaitAsync();
        try
        {
            await tell();
        }
        catch (DbException exception)
        {
            LogTrouble(exception);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    // After a rest, the first key asks for the letter again, and learns whether a colleague has begun meanwhile.
    private void NoteTyping(string mentionId)
    {
        typedAt = clock.GetUtcNow();
        if (!holds && writing == mentionId)
            bell.RingHere(Topic.Company);
    }

    [LoggerMessage(LogLevel.Warning, "An open desk could not tell its colleagues what it is at, trying again soon")]
    private partial void LogTrouble(Exception exception);
}
