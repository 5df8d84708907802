using EngageBot.Approving;
using EngageBot.Desk.Letter;
using EngageBot.Desk.Shell;
using EngageBot.Desk.Translation;
using EngageBot.Model;

namespace EngageBot.Desk.Queue;

/// <summary>One person at the desk: the list, the letter that lies open, the words for it and what was just decided.</summary>
internal sealed partial class Sitting(QueueFeed feed, MentionDesk mentions, Approvals approvals, Deeds deeds, KeptWords kept, Phrases phrases, TimeProvider clock) : IDisposable
{
    // Two quick presses of the same key must not decide a letter that nobody has looked at.
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(300);
    private DateTimeOffset openedAt;

    public QueueFeed Feed => feed;

    public Deeds Deeds => deeds;

    public KeptWords Kept => kept;

    public OpenMention? Letter { get; private set; }

    public Composition? Words { get; private set; }

    /// <summary>Why the last verb did not go through, or what happened meanwhile.</summary>
    public string? Notice { get; private set; }

    /// <summary>The talk has gone on since this letter was opened; opening it again shows how.</summary>
    public bool Stale { get; private set; }

    public Rights Rights { get; set; } = Rights.None;

    public bool CanDecide => Rights.MayDecide && IsOpen;

    public bool CanWrite => Rights.MayDraft && IsOpen;

    /// <summary>It asks something that the library does not answer yet, and this person may write the answer.</summary>
    public bool MayBeAnswered =>
        CanWrite && Letter is { Mention.Understanding.Intent: Intent.Question or Intent.Curiosity } letter
        && !letter.Draft.Wordings.Any(wording => wording.Sources.Any(source => source.StartsWith("answers/", StringComparison.Ordinal) || source.StartsWith("backstage/", StringComparison.Ordinal)));

    private bool IsOpen => Letter?.Mention.State is MentionState.Waiting or MentionState.Snoozed or MentionState.NeedsAttention;

    /// <summary>Begins where the address says; without one, with the letter that has waited longest.</summary>
    public Task SitDownAsync(Sight sight, string? mentionId) => TryAsync(async () =>
    {
        await deeds.RecallAsync(Rights.Name);
        await feed.TurnToAsync(sight);
        await ShowAsync(mentionId ?? feed.First);
    });

    /// <param name="open">Lays the first letter of it open; without that, what lies open stays.</param>
    public Task TurnToAsync(Sight sight, bool open = true) => TryAsync(async () =>
    {
        await kept.FlushAsync();
        await feed.TurnToAsync(sight);
        if (open || Letter is null)
            await ShowAsync(feed.First ?? (sight.Sought is null ? null : Letter?.Mention.Id));
    });

    public Task OpenAsync(string? mentionId) => TryAsync(async () =>
    {
        await kept.FlushAsync();
        await ShowAsync(mentionId);
    });

    public Task NextAsync() => StepAsync(feed.AfterAsync);

    public Task PreviousAsync() => StepAsync(feed.BeforeAsync);

    /// <summary>Looks again; never moves what lies open.</summary>
    public Task RefreshAsync() => TryAsync(async () =>
    {
        await feed.RefreshAsync();
        await deeds.FollowAsync();
        if (Letter is null)
            await ShowAsync(feed.First);
        else
            await CompareAsync(Letter);
    });

    /// <summary>The words on the desk read so much like an advert that approving them takes a reason.</summary>
    public bool NeedsReason { get; private set; }

    public Task ApproveAsync(string? reason = null) => CanDecide && Words is { } words && Letter is { } letter && clock.GetUtcNow() - openedAt >= Glance
        ? DecideAsync(letter, () => approvals.ApproveAsync(letter.Mention.Id, letter.Mention.ConversationVersion, new Approval(words.Text, words.Picture?.Hash, reason, words.IsByModel), Rights.Name, CancellationToken.None))
        : Task.CompletedTask;

    public Task LetBeAsync(string reason) => CanDecide && Letter is { } letter
        ? DecideAsync(letter, () => approvals.LetBeAsync(letter.Mention.Id, reason, Rights.Name, CancellationToken.None))
        : Task.CompletedTask;

    /// <summary>The draft advises to let it be, and nobody has begun to write all the same.</summary>
    public string? Advice => CanDecide && Words is { Text.Length: 0, Editing: false } ? Letter?.Draft.LetBe : null;

    /// <summary>Takes the advice as it is.</summary>
    public Task LetBeAsAdvisedAsync() => Advice is { } reason && clock.GetUtcNow() - openedAt >= Glance ? LetBeAsync(reason) : Task.CompletedTask;

    public Task SnoozeAsync(DateTimeOffset until) => CanDecide && Letter is { } letter
        ? DecideAsync(letter, () => approvals.SnoozeAsync(letter.Mention.Id, until, Rights.Name, CancellationToken.None))
        : Task.CompletedTask;

    /// <summary>Changes the open letter in its place; it lies open anew, and the change can be taken back like a decision.</summary>
    public Task ChangeAsync(Func<string, CancellationToken, Task<Decision>> change, Deed deed) => CanWrite && Letter is { } letter ? TryAsync(async () =>
    {
        if (Letter?.Mention.Id != letter.Mention.Id)
            return;
        await kept.FlushAsync();
        if (await change(Rights.Name, CancellationToken.None) is var decision and not Decision.Taken)
        {
            await RefusedAsync(letter, decision);
            return;
        }
        isDone = true;
        deeds.Add(deed);
        await feed.RefreshAsync();
        await ShowAsync(letter.Mention.Id);
    }) : Task.CompletedTask;

    public Task MoreAsync() => TryAsync(feed.MoreAsync);

    /// <summary>Takes the latest decision back and lays that letter open again.</summary>
    public Task UndoAsync() => deeds.LastUndoable switch
    {
        { TakeBack: { } takeBack } deed when Rights.MayDraft => ReturnAsync(deed.MentionId, (_, person, cancellationToken) => takeBack(person, cancellationToken), deed),
        { TakeBack: null } deed when Rights.MayDecide => ReturnAsync(deed.MentionId, approvals.UndoAsync),
        _ => Task.CompletedTask,
    };

    /// <summary>Brings the open letter back to the queue.</summary>
    public Task ReopenAsync() => Rights.MayDecide && Letter is { } letter ? ReturnAsync(letter.Mention.Id, approvals.ReopenAsync) : Task.CompletedTask;

    public void Dispose() => oneAtATime.Dispose();

    private Task DecideAsync(OpenMention letter, Func<Task<Decision>> decide) => TryAsync(async () =>
    {
        if (Letter?.Mention.Id != letter.Mention.Id)
            return;
        await kept.FlushAsync();
        var decision = await decide();
        NeedsReason = decision is Decision.NeedsReason;
        if (!decision.ChangedSomething)
        {
            await RefusedAsync(letter, decision);
            return;
        }
        isDone = true;
        deeds.Add(letter.Mention.Id, letter.Mention.Post.Author.Handle, decision);
        await mentions.NoteHandledAsync(letter.Mention.Id, Rights.Name, decision, openedAt);
        await feed.RefreshAsync();
        await ShowAsync(await feed.HeirAsync(letter.Mention.Id));
    });

    private Task StepAsync(Func<string?, Task<string?>> neighbour) => TryAsync(async () =>
    {
        if (await neighbour(Letter?.Mention.Id) is not { } mentionId)
            return;
        await kept.FlushAsync();
        await ShowAsync(mentionId);
    });

    private async Task RefusedAsync(OpenMention letter, Decision decision)
    {
        if (decision is not (Decision.NotPostable or Decision.NeedsReason))
            await ReloadAsync(letter);
        Notice = Say.Of(decision, Rights.Name, clock.GetUtcNow(), phrases);
    }

    private Task ReturnAsync(string mentionId, Func<string, string, CancellationToken, Task<Decision>> verb, Deed? deed = null) => TryAsync(async () =>
    {
        await kept.FlushAsync();
        var decision = await verb(mentionId, Rights.Name, CancellationToken.None);
        isDone = decision.ChangedSomething;
        if (deed is null)
            deeds.Forget(mentionId);
        else
            deeds.Forget(deed);
        await feed.RefreshAsync();
        if (decision is Decision.Taken)
            await ShowAsync(mentionId);
        Notice = Say.Of(decision, Rights.Name, clock.GetUtcNow(), phrases);
    });

    /// <summary>What a colleague or the network did to the open letter is told; the words on the desk stay.</summary>
    private async Task CompareAsync(OpenMention shown)
    {
        var fresh = await mentions.OpenAsync(shown.Mention.Id, CancellationToken.None);
        var news = News.Of(shown, fresh, Rights.Name, clock.GetUtcNow(), phrases);
        Notice = news?.Sentence ?? Notice;
        if (news is { Stale: true })
            Stale = true;
        else
            Letter = fresh ?? shown;
    }

    private async Task ReloadAsync(OpenMention letter)
    {
        var words = Words;
        if (await mentions.OpenAsync(letter.Mention.Id, CancellationToken.None) is { } fresh)
            (Letter, Words, Stale) = (fresh, words, false);
        openedAt = clock.GetUtcNow();
        await feed.RefreshAsync();
    }

    private async Task ShowAsync(string? mentionId)
    {
        Letter = mentionId is null ? null : await mentions.OpenAsync(mentionId, CancellationToken.None);
        Words = Letter is null ? null : new Composition(Letter);
        Notice = null;
        NeedsReason = false;
        Stale = false;
        openedAt = clock.GetUtcNow();
    }
}
