using System.Data.Common;
using EngageBot.Approving;
using EngageBot.Approving.Together;
using EngageBot.Desk.Letter;
using EngageBot.Desk.Translation;
using EngageBot.Model;

namespace EngageBot.Desk.Queue;

/// <summary>
/// Mentions that a person has marked, to let them be, put them aside or give them to a colleague at once. Each is a decision of its own,
/// guarded and in the journal; one undo takes back all that went through. Nothing is approved that way: an answer is looked at by itself.
/// </summary>
internal sealed class Several(Sitting sitting, Approvals approvals, Assignments assignments, Phrases phrases, TimeProvider clock)
{
    private const int Most = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Dictionary<string, Chosen> chosen = [];

    public IReadOnlySet<string> Chosen { get; private set; } = new HashSet<string>();

    /// <summary>The question that lies open for all of them.</summary>
    public Panel Asking { get; private set; }

    /// <summary>Something was tried that is not done to several at once.</summary>
    public bool OneByOne { get; private set; }

    /// <summary>Whether a key means the marked ones rather than the open letter.</summary>
    public bool Takes(string key) => chosen.Count > 0 && (key is "a" or "l" or "s" or "g" or "Leave" || (Asking != Panel.None && key is [>= '1' and <= '9']));

    /// <summary>True when it is marked now.</summary>
    public bool Toggle(Chosen mention)
    {
        OneByOne = false;
        var marked = !chosen.Remove(mention.MentionId) && chosen.Count < Most;
        if (marked)
            chosen.Add(mention.MentionId, mention);
        Note();
        return marked;
    }

    /// <summary>Takes all marks away.</summary>
    public void Clear()
    {
        chosen.Clear();
        Note();
    }

    /// <summary>Opens the question of a key, or closes it; false when the key answers the question instead.</summary>
    public bool Ask(string key)
    {
        OneByOne = key == "a";
        if (key == "Leave" && Asking == Panel.None)
            Clear();
        var asked = key switch { "l" => Panel.LetBe, "s" => Panel.Snooze, "g" => Panel.Assign, _ => Panel.None };
        if (asked == Panel.None && key is not ("Leave" or "a"))
            return false;
        Asking = Asking == asked ? Panel.None : asked;
        return true;
    }

    public Task LetBeAsync(string reason) => DecideAsync(
        mention => approvals.LetBeAsync(mention.MentionId, reason, sitting.Rights.Name, CancellationToken.None),
        (mention, person, cancellationToken) => approvals.UndoAsync(mention.MentionId, person, cancellationToken),
        count => new Phrase("{0} let be", count));

    public Task SnoozeAsync(DateTimeOffset until) => DecideAsync(
        mention => approvals.SnoozeAsync(mention.MentionId, until, sitting.Rights.Name, CancellationToken.None),
        (mention, person, cancellationToken) => approvals.UndoAsync(mention.MentionId, person, cancellationToken),
        count => new Phrase("{0} snoozed", count));

    public Task AssignAsync(string? to) => DecideAsync(
        mention => assignments.AssignAsync(mention.MentionId, to, sitting.Rights.Name, CancellationToken.None),
        (mention, person, cancellationToken) => assignments.AssignAsync(mention.MentionId, mention.AssignedTo, person, cancellationToken),
        count => to is null ? new Phrase("{0} are nobody's now", count) : new Phrase("{1} looks after {0} now", count, to));

    private Task DecideAsync(Func<Chosen, Task<Decision>> decide, Func<Chosen, string, CancellationToken, Task<Decision>> undo, Func<int, Phrase> told) => sitting.SettleAsync(async () =>
    {
        var done = new List<Chosen>();
        var faster = new List<string>();
        var rest = 0;
        try
        {
            foreach (var mention in chosen.Values.ToList())
            {
                switch (await decide(mention))
                {
                    case Decision.Taken:
                        done.Add(mention);
                        break;
                    case Decision.AlreadyTaken(var by, _, _):
                        faster.Add(by);
                        break;
                    case Decision.BeingWritten(var by, _):
                        faster.Add(by);
                        break;
                    default:
                        rest++;
                        break;
                }
                chosen.Remove(mention.MentionId);
            }
        }
        catch (DbException) when (done.Count > 0)
        {
            Note(); // what is left keeps its mark
            return DeedOf(done, undo, new Phrase("{0}; then the database did not answer, and {1} still wait", Tell(told(done.Count), faster, rest), chosen.Count));
        }
        Clear();
        return done.Count + faster.Count + rest == 0 ? null : DeedOf(done, undo, Tell(told(done.Count), faster, rest));
    });

    private Deed DeedOf(List<Chosen> done, Func<Chosen, string, CancellationToken, Task<Decision>> undo, Phrase said)
    {
        var now = clock.GetUtcNow();
        return new Deed(done.Count == 0 ? "" : done[0].MentionId, "", MentionState.Waiting, now, GoneAt: now + Patience)
        {
            Said = said,
            Outcome = done.Count == 0 ? phrases[said] : null,
            TakeBack = async (person, cancellationToken) =>
            {
                Decision last = new Decision.TooLate("Nothing of it can be taken back any more.");
                foreach (var mention in done)
                    last = await undo(mention, person, cancellationToken) is Decision.Taken taken ? taken : last;
                return last;
            },
        };
    }

    private static Phrase Tell(Phrase done, List<string> faster, int rest)
    {
        var told = faster.Count == 0 ? done : new Phrase("{0}, {1} not: {2} was faster", done, faster.Count, string.Join(", ", faster.Distinct()));
        return rest == 0 ? told : new Phrase("{0}; {1} can no longer be decided", told, rest);
    }

    private void Note()
    {
        Chosen = chosen.Keys.ToHashSet();
        if (chosen.Count == 0)
            Asking = Panel.None;
    }
}

/// <summary>A mention that is marked, and whose it was then.</summary>
internal sealed record Chosen(string MentionId, string? AssignedTo);
