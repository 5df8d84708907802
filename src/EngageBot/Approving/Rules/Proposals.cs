using EngageBot.Conversing;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Approving.Rules;

/// <summary>First approvals that wait for a second person.</summary>
internal sealed class Proposals(KeptDrafts drafts, Journal journal, TimeProvider clock)
{
    /// <summary>Null when nobody has proposed anything.</summary>
    public static async Task<FirstApproval?> OfAsync(Session session, string mentionId) =>
        (await session.FirstOrDefaultAsync<Row>(
            """
            SELECT version AS Version, text AS Text, picture AS Picture, alt_text AS AltText, (SELECT media_type FROM picture WHERE hash = proposal.picture) AS MediaType,
                   reason AS Reason, by_model AS ByModel, rule AS Rule, proposed_by AS ProposedBy, proposed_at AS ProposedAt
            FROM proposal WHERE mention_id = @mentionId
            """,
            new { mentionId }))?.ToApproval();

    /// <summary>Lays the words before a colleague, in the place of what was proposed before.</summary>
    /// <param name="version">The conversation's version now.</param>
    public async Task<Decision> ProposeAsync(Session session, Standing mention, long version, Approval approval, PictureRow? picture, SecondLookRule rule, string person)
    {
        await session.ExecuteAsync(
            """
            INSERT INTO proposal (mention_id, version, text, picture, alt_text, reason, by_model, rule, proposed_by, proposed_at)
            VALUES (@Id, @version, @Text, @hash, @altText, @reason, @byModel, @rule, @person, @now)
            ON CONFLICT (mention_id) DO UPDATE SET version = excluded.version, text = excluded.text, picture = excluded.picture, alt_text = excluded.alt_text,
                reason = excluded.reason, by_model = excluded.by_model, rule = excluded.rule, proposed_by = excluded.proposed_by, proposed_at = excluded.proposed_at
            """,
            new
            {
                mention.Id,
                version,
                approval.Text,
                hash = picture?.Hash,
                altText = picture?.AltText,
                reason = string.IsNullOrWhiteSpace(approval.Reason) ? null : approval.Reason.Trim(),
                byModel = approval.ByModel ? 1L : 0L,
                rule = Words.Of(rule),
                person,
                now = clock.Milliseconds(),
            });
        await journal.AppendAsync(session, person, mention.Id, "proposed", mention.State, mention.State, Words.Of(rule));
        return new Decision.Proposed(mention.State, rule);
    }

    /// <summary>Takes the proposal back; its words are offered again.</summary>
    public async Task<Decision> WithdrawAsync(Session session, Standing mention, FirstApproval proposal, string person)
    {
        // The conversation first, as for an approval: of an undo and a second approval at once, one goes through.
        await session.ExecuteAsync("UPDATE conversation SET version = version + 1 WHERE id = @ConversationId", new { mention.ConversationId });
        await HeldReplies.CarryAlongAsync(session, mention.ConversationId);
        if (await Standing.OfAsync(session, mention.Id) is not { IsOpen: true })
            return await Faster.WhoAsync(session, mention);
        await session.ExecuteAsync("DELETE FROM proposal WHERE mention_id = @Id", new { mention.Id });
        var offered = await session.ExecuteAsync(
            """
            UPDATE mention SET typed_text = @Text, typed_by = @ProposedBy, typed_at = @now, typed_picture = @hash, typed_alt_text = @altText
            WHERE id = @Id AND typed_text IS NULL
            """,
            new { mention.Id, proposal.Text, proposal.ProposedBy, now = clock.Milliseconds(), hash = proposal.Picture?.Hash, altText = proposal.Picture?.AltText });
        if (offered == 0)
            await drafts.SetAsideAsync(session, mention.Id, proposal.ProposedBy, proposal.Text, proposal.Picture?.Hash, proposal.Picture?.AltText);
        await journal.AppendAsync(session, person, mention.Id, "proposal-undone", mention.State, mention.State);
        return new Decision.Taken(mention.State);
    }

    /// <summary>A second approval was taken back before anything else happened: the first still stands.</summary>
    public static Task RenewAsync(Session session, Standing mention) =>
        session.ExecuteAsync(
            "UPDATE proposal SET version = (SELECT version FROM conversation WHERE id = @ConversationId) WHERE mention_id = @Id",
            new { mention.Id, mention.ConversationId });

    private sealed record Row(
        long Version, string Text, string? Picture, string? AltText, string? MediaType, string? Reason, long ByModel, string Rule, string ProposedBy, long ProposedAt)
    {
        public FirstApproval ToApproval() => new(
            Text, PictureRow.ToPicture(Picture, MediaType, AltText), ProposedBy, Moment.Of(ProposedAt), Words.Parse<SecondLookRule>(Rule), Version, Reason, ByModel == 1);
    }
}

/// <summary>Words that one person approved and that take a second.</summary>
/// <param name="Version">The conversation's version for which they were meant.</param>
/// <param name="Reason">Why they go out although the lint blocks them.</param>
public sealed record FirstApproval(
    string Text, Picture? Picture, string ProposedBy, DateTimeOffset ProposedAt, SecondLookRule Rule, long Version, string? Reason = null, bool ByModel = false)
{
    /// <summary>Whether these are the very letters, and the picture.</summary>
    public bool Is(Approval approval) => approval.Text == Text && approval.Picture == Picture?.Hash;

    /// <summary>Whether somebody proposed it themselves, or a program in their name.</summary>
    public bool IsBy(string person) => SecondLook.SamePerson(ProposedBy, person);
}
