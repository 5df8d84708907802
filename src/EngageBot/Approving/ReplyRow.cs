using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Approving;

/// <summary>A reply of the outbox as the database keeps it.</summary>
internal sealed record ReplyRow(
    string Id, string MentionId, string AccountId, string TargetPostId, string Text, string State, string ApprovedBy, long ApprovedAt,
    long SendAfter, long? AttemptedAt, string? PostId, string? Problem, string? Picture, string? AltText, string? MediaType, string? ProposedBy)
{
    public const string Select =
        """
        SELECT id AS Id, mention_id AS MentionId, account_id AS AccountId, target_post_id AS TargetPostId, text AS Text, state AS State,
               approved_by AS ApprovedBy, approved_at AS ApprovedAt, send_after AS SendAfter, attempted_at AS AttemptedAt,
               post_id AS PostId, problem AS Problem, picture AS Picture, alt_text AS AltText,
               (SELECT media_type FROM picture WHERE hash = reply.picture) AS MediaType, proposed_by AS ProposedBy
        FROM reply
        """;

    public Reply ToReply() => new(
        Id, MentionId, AccountId, TargetPostId, Text, Words.Parse<ReplyState>(State), ApprovedBy, Moment.Of(ApprovedAt),
        Moment.Of(SendAfter), Moment.Of(AttemptedAt), PostId, Problem, PictureRow.ToPicture(Picture, MediaType, AltText), ProposedBy);
}
