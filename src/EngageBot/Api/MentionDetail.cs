using System.ComponentModel;
using EngageBot.Approving;
using EngageBot.Approving.Rules;
using EngageBot.Model;

namespace EngageBot.Api;

/// <summary>All that a program needs to decide about one mention.</summary>
internal sealed record MentionDetail(
    string Id,
    [property: Description("Send it along when approving.")] long Version,
    MentionState State,
    [property: Description("Handle of the account of ours that was mentioned.")] string Account,
    Author Author,
    string PostId,
    string Text,
    DateTimeOffset PostedAt,
    DateTimeOffset SeenAt,
    Understood Understanding,
    Proposal Draft,
    Typed? Typed,
    [property: Description("Words that one person approved; to be the second, approve the same text.")] ProposedWords? Proposed,
    [property: Description("Who is writing on it at this moment; nobody else's decision goes through until they are done.")] Writer? Writing,
    [property: Description("Whose turn it is: our-turn, their-turn, resting (nothing came for three days) or ended.")] Standing? Talk,
    [property: Description("The talk so far, oldest first, this mention included.")] IReadOnlyList<Turn> Thread,
    Outgoing? Reply,
    [property: Description("How many replies of ours this author has had in other threads.")] long AnsweredBefore,
    [property: Description("Who looks after it; null for nobody in particular.")] string? AssignedTo,
    DateTimeOffset? SnoozedUntil,
    string? LetBeReason,
    IReadOnlyList<JournalLine> Journal)
{
    public static MentionDetail Of(OpenMention open)
    {
        var mention = open.Mention;
        return new MentionDetail(
            mention.Id, mention.ConversationVersion, mention.State, open.Account.Self.Handle, Author.Of(mention.Post.Author),
            mention.Post.Id, mention.Post.Text, mention.Post.PostedAt, mention.SeenAt,
            Understood.Of(mention.Understanding),
            Proposal.Of(open.Draft),
            open.Typed is { } typed ? new Typed(typed.Text, typed.By, typed.At) : null,
            open.Proposed is { } first ? ProposedWords.Of(first, mention) : null,
            open.Writing is { } claim ? new Writer(claim.Person, claim.Since) : null,
            open.Talk is { } talk ? new Standing(talk.State, talk.Since, talk.Why) : null,
            [.. open.Thread.Select(turn => new Turn(turn.PostId, turn.Ours, turn.Name, turn.Handle, turn.Text, turn.At, turn.ApprovedBy, turn.OnItsWay))],
            open.Reply is { } reply ? Outgoing.Of(reply) : null,
            open.AnsweredBefore, open.AssignedTo, mention.SnoozedUntil, mention.LetBeReason,
            [.. open.Journal.Select(entry => new JournalLine(entry.At, entry.Actor, entry.What, entry.From, entry.To, entry.Why))]);
    }
}

/// <summary>What EngageBot makes of the mention.</summary>
internal sealed record Understood(Intent Intent, double Confidence, bool ReplyWelcome, string Language, IReadOnlyList<string> Reasons)
{
    public static Understood Of(Understanding understanding) => new(
        understanding.Intent, understanding.Confidence, understanding.ReplyWelcome, understanding.Language, understanding.Reasons);
}

/// <summary>The proposed words, best first, or the advice to let the mention be.</summary>
internal sealed record Proposal(
    IReadOnlyList<ProposedWording> Wordings, string? LetBe, [property: Description("It asks what the library does not know.")] bool Unanswered)
{
    public static Proposal Of(Draft draft) => new([.. draft.Wordings.Select(wording => new ProposedWording(wording.Text, wording.Sources, wording.Picture))], draft.LetBe, draft.Unanswered);
}

/// <summary>One way to say it, and the library entries it was made of.</summary>
internal sealed record ProposedWording(string Text, IReadOnlyList<string> Sources, Picture? Picture);

/// <summary>Words that somebody typed and nobody approved yet.</summary>
internal sealed record Typed(string Text, string By, DateTimeOffset At);

/// <summary>Somebody is writing an answer at the desk.</summary>
internal sealed record Writer(string By, DateTimeOffset Since);

/// <summary>A first approval that waits for a second person.</summary>
internal sealed record ProposedWords(
    string Text,
    string By,
    DateTimeOffset At,
    [property: Description("Why it takes two.")] SecondLookRule Rule,
    [property: Description("The talk went on after it was proposed: approving it now proposes it anew.")] bool Outdated)
{
    public static ProposedWords Of(FirstApproval first, Mention mention) =>
        new(first.Text, first.ProposedBy, first.ProposedAt, first.Rule, first.Version != mention.ConversationVersion);
}

/// <summary>Where the talk stands.</summary>
internal sealed record Standing(TalkState State, DateTimeOffset Since, [property: Description("What ended it, in a sentence.")] string? Why);

/// <summary>One post of the talk.</summary>
internal sealed record Turn(string PostId, bool Ours, string Name, string Handle, string Text, DateTimeOffset At, string? ApprovedBy,
    [property: Description("Approved for another mention of the talk and not public yet.")] bool OnItsWay);

/// <summary>The latest reply, whatever became of it.</summary>
internal sealed record Outgoing(
    ReplyState State,
    string Text,
    string ApprovedBy,
    [property: Description("Who approved it first, where it took two.")] string? ProposedBy,
    DateTimeOffset ApprovedAt,
    DateTimeOffset SendAfter,
    [property: Description("The public post, once known.")] string? PostId,
    [property: Description("What keeps it from being posted, in a sentence.")] string? Problem)
{
    public static Outgoing Of(Reply reply) => new(
        reply.State, reply.Text, reply.ApprovedBy, reply.ProposedBy, reply.ApprovedAt, reply.SendAfter, reply.PostId, reply.Problem);
}

/// <summary>One line of the mention's story.</summary>
internal sealed record JournalLine(DateTimeOffset At, string Actor, string What, string From, string To, string Why);
