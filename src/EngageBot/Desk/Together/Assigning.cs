using EngageBot.Approving.Together;
using EngageBot.Desk.Letter;
using EngageBot.Desk.Queue;
using EngageBot.Model;

namespace EngageBot.Desk.Together;

/// <summary>Lets the person at the desk say who looks after the open letter.</summary>
internal sealed class Assigning(Sitting sitting, Assignments assignments, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <summary>Whoever may take a letter: the person at this desk first, then their colleagues, then nobody (null).</summary>
    public IReadOnlyList<string?> Choices { get; private set; } = [];

    /// <summary>Everybody who may write, by name.</summary>
    public IReadOnlyList<string> Colleagues { get; private set; } = [];

    public async Task LookAsync()
    {
        Colleagues = await assignments.ColleaguesAsync(CancellationToken.None);
        Choices = [sitting.Rights.Name, .. Colleagues.Where(name => name != sitting.Rights.Name), null];
    }

    public Task AssignAsync(string? to)
    {
        if (sitting.Letter is not { } letter || letter.AssignedTo == to)
            return Task.CompletedTask;
        var now = clock.GetUtcNow();
        var handle = letter.Mention.Post.Author.Handle;
        var deed = new Deed(letter.Mention.Id, handle, letter.Mention.State, now, GoneAt: now + Patience)
        {
            Said = to is null ? new Phrase("@{0} is nobody's now", handle) : new Phrase("{0} looks after @{1} now", to, handle),
            TakeBack = (person, cancellationToken) => assignments.AssignAsync(letter.Mention.Id, letter.AssignedTo, person, cancellationToken),
        };
        return sitting.ChangeAsync((person, cancellationToken) => assignments.AssignAsync(letter.Mention.Id, to, person, cancellationToken), deed);
    }
}
