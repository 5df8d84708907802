using EngageBot.Approving;
using EngageBot.Desk.Letter;
using EngageBot.Model;

namespace EngageBot.Desk.Queue;

/// <summary>Lets the person at the desk say what the open letter wants.</summary>
internal sealed class Rereading(Sitting sitting, Corrections corrections, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public Task CorrectAsync(Intent intent)
    {
        if (sitting.Letter?.Mention is not { } mention)
            return Task.CompletedTask;
        var now = clock.GetUtcNow();
        var deed = new Deed(mention.Id, mention.Post.Author.Handle, mention.State, now, GoneAt: now + Patience, Reading: intent)
        {
            TakeBack = (person, cancellationToken) => corrections.TakeBackAsync(mention.Id, person, cancellationToken),
        };
        return sitting.ChangeAsync((person, cancellationToken) => corrections.CorrectAsync(mention.Id, intent, mention.Understanding.Intent, person, cancellationToken), deed);
    }
}
