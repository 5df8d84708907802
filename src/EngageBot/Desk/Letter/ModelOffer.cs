using EngageBot.Approving;
using EngageBot.Drafting.Rewording;
using EngageBot.Model;

namespace EngageBot.Desk.Letter;

/// <summary>Asks the language model, where one is switched on, for one more wording of the open letter; nobody waits for it.</summary>
internal sealed class ModelOffer(Rewordings rewordings) : IDisposable
{
    private Composition? asked;
    private CancellationTokenSource? asking;

    /// <summary>A wording has come, or none will.</summary>
    public event Action? Changed;

    public bool IsOn => rewordings.AreOn;

    public bool IsUnderWay { get; private set; }

    /// <summary>Asks once for the words on the desk; what was asked for others is let go.</summary>
    public void Follow(OpenMention letter, Composition words)
    {
        if (!IsOn || ReferenceEquals(asked, words))
            return;
        asking?.Cancel();
        asked = words;
        IsUnderWay = letter.Draft.Wordings.Count > 0 && letter.Mention.State is MentionState.Waiting or MentionState.Snoozed or MentionState.NeedsAttention;
        if (!IsUnderWay)
            return;
        asking = new CancellationTokenSource();
        _ = AskAsync(letter, words, asking);
    }

    /// <summary>These words are no longer on the desk.</summary>
    public void Leave(Composition words)
    {
        if (ReferenceEquals(asked, words))
            asking?.Cancel();
    }

    public void Dispose() => asking?.Cancel();

    private async Task AskAsync(OpenMention letter, Composition words, CancellationTokenSource mine)
    {
        using (mine)
        {
            try
            {
                if (await Task.Run(() => rewordings.OfferAsync(letter.Mention, letter.Draft, mine.Token), mine.Token) is { } reworded)
                    words.Offer(reworded);
            }
            catch (OperationCanceledException) when (mine.IsCancellationRequested)
            {
                // the person has turned to another letter
                return;
            }
            finally
            {
                if (ReferenceEquals(asking, mine))
                    (asking, IsUnderWay) = (null, false);
            }
        }
        Changed?.Invoke();
    }
}
