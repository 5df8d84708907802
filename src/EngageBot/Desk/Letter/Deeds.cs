using EngageBot.Approving;
using EngageBot.Desk.Translation;
using EngageBot.Model;

namespace EngageBot.Desk.Letter;

/// <summary>The latest decisions of this person, newest last; approvals under way are found again after a reload.</summary>
internal sealed class Deeds(ApprovalQueue queue, MentionDesk mentions, Phrases phrases, TimeProvider clock)
{
    private const int Shown = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Reading = TimeSpan.FromSeconds(4);
    private List<Deed> all = [];

    public IReadOnlyList<Deed> Recent => [.. all.TakeLast(Shown)];

    public Deed? LastUndoable => all.LastOrDefault(deed => deed.CanUndo(clock.GetUtcNow()));

    public void Add(string mentionId, string handle, Decision decision)
    {
        var now = clock.GetUtcNow();
        Add(decision switch
        {
            Decision.Taken { SendAfter: { } sends } => new Deed(mentionId, handle, MentionState.Answering, now, sends) is { IsForLater: true } later ? later with { GoneAt = now + Patience } : new Deed(mentionId, handle, MentionState.Answering, now, sends),
            Decision.Taken taken => new Deed(mentionId, handle, taken.State, now, GoneAt: now + Patience),
            Decision.Proposed => new Deed(mentionId, handle, MentionState.Waiting, now, GoneAt: now + Patience) { Proposed = true },
            _ => throw new ArgumentException($"{decision} changed nothing.", nameof(decision)),
        });
    }

    /// <summary>Takes the place of what was done of its kind to the same mention.</summary>
    public void Add(Deed deed)
    {
        all.RemoveAll(other => other.MentionId == deed.MentionId && other.Reading is null == deed.Reading is null);
        all.Add(deed);
    }

    public void Forget(string mentionId) => all.RemoveAll(deed => deed.MentionId == mentionId && deed.Reading is null);

    public void Forget(Deed deed) => all.Remove(deed);

    /// <summary>Replies that this person approved and that have not left yet.</summary>
    public async Task RecallAsync(string person)
    {
        foreach (var item in await queue.ListAsync(new QueueView(MentionState.Answering, Limit: 20, Order: QueueOrder.Newest), CancellationToken.None))
        {
            var letter = await mentions.OpenAsync(item.Id, CancellationToken.None);
            var reply = letter?.Reply;
            if (reply is { State: ReplyState.Held } && reply.ApprovedBy == person && reply.SendAfter > clock.GetUtcNow() && Deed.WaitsUntil(letter, clock.GetUtcNow()) is null && all.TrueForAll(deed => deed.MentionId != item.Id))
                all.Add(new Deed(item.Id, item.Author.Handle, MentionState.Answering, reply.ApprovedAt, reply.SendAfter));
        }
        all.Sort((one, other) => one.At.CompareTo(other.At));
    }

    /// <summary>Asks what became of the replies whose moment has come, and clears away what has been read.</summary>
    public async Task FollowAsync()
    {
        var now = clock.GetUtcNow();
        var followed = new List<Deed>();
        foreach (var deed in all)
            followed.Add(deed is { Outcome: null, SendAfter: { } sends } && sends <= now ? await FollowAsync(deed, now) : deed);
        all = [.. followed.Where(deed => deed.GoneAt is not { } gone || gone > now)];
    }

    private async Task<Deed> FollowAsync(Deed deed, DateTimeOffset now)
    {
        var reply = (await mentions.OpenAsync(deed.MentionId, CancellationToken.None))?.Reply;
        return reply?.State switch
        {
            ReplyState.Held when reply.SendAfter > now => deed with { SendAfter = reply.SendAfter },
            ReplyState.Held or ReplyState.Sending => deed,
            ReplyState.Sent => Ended(phrases["Posted to @{0}", deed.Handle], Reading),
            ReplyState.Unclear => deed,
            ReplyState.Voided => Ended(phrases["Not posted to @{0}: the conversation moved on. It waits for you again.", deed.Handle], Patience),
            ReplyState.Undone or null => Ended(phrases["Taken back: @{0}", deed.Handle], Reading),
            _ => Ended(phrases["Not posted to @{0}: {1} It is under Needs attention.", deed.Handle, phrases.Told(reply.Problem ?? "")], Patience),
        };

        Deed Ended(string outcome, TimeSpan stays) => deed with { Outcome = outcome, GoneAt = now + stays };
    }
}
