using System.Data.Common;
using EngageBot.Approving;
using EngageBot.Desk.Translation;
using EngageBot.Storage;

namespace EngageBot.Desk.Letter;

/// <summary>Keeps what a person types, half a second after the last key, so that a reload or a crash loses nothing.</summary>
internal sealed class KeptWords(Approvals approvals, Phrases phrases, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private readonly SemaphoreSlim saving = new(1, 1);
    private Words? pending;

    /// <summary>Something was kept, or could not be.</summary>
    public event Action? Changed;

    /// <summary>Somebody types on this mention.</summary>
    public event Action<string>? Typed;

    /// <summary>These words of this mention are safe.</summary>
    public event Action<string, string>? Saved;

    /// <summary>When the words on the desk were last kept; null while they are not.</summary>
    public DateTimeOffset? KeptAt { get; private set; }

    public string? Trouble { get; private set; }

    public void Keep(string mentionId, string text, string person, string? picture = null)
    {
        pending = new Words(mentionId, text, person, picture);
        KeptAt = null;
        Typed?.Invoke(mentionId);
        _ = SaveAfterPauseAsync(pending);
    }

    /// <summary>Saves at once what still waits; call it before the desk turns to something else.</summary>
    public async Task FlushAsync()
    {
        await saving.WaitAsync();
        try
        {
            if (pending is { } words)
                await SaveAsync(words);
        }
        finally
        {
            saving.Release();
        }
    }

    public void Dispose() => saving.Dispose();

    private async Task SaveAfterPauseAsync(Words words)
    {
        await Task.Delay(Pause, clock);
        if (ReferenceEquals(pending, words))
            await FlushAsync();
    }

    private async Task SaveAsync(Words words)
    {
        try
        {
            pending = null;
            await approvals.SaveDraftAsync(words.MentionId, words.Text, words.Picture, words.Person, CancellationToken.None);
            KeptAt = clock.GetUtcNow();
            Saved?.Invoke(words.MentionId, words.Text);
            Trouble = null;
        }
        catch (DbException exception)
        {
            pending ??= words;
            Trouble = phrases["What you typed could not be kept. {0}", phrases.Told(StorageTrouble.Explain(exception) ?? exception.Message)];
        }
        Changed?.Invoke();
    }

    private sealed record Words(string MentionId, string Text, string Person, string? Picture);
}
