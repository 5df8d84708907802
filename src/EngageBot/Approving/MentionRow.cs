using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Approving;

/// <summary>A mention as the database keeps it, with its author and account.</summary>
internal sealed record MentionRow(
    string Id, string AccountId, string ConversationId, string TalkerId, long Version, string PostId, string? InReplyTo, string ThreadId,
    string Text, long PostedAt, long SeenAt, string State, long? SnoozedUntil, string? LetBeReason,
    string Intent, long Confidence, long ReplyWelcome, string Language, string Reasons, string? LetBeAdvice, long? Unanswered,
    string? TypedText, string? TypedBy, long? TypedAt, string? TypedPicture, string? TypedAltText, string? TypedMediaType,
    string UserId, string Handle, string Name,
    string Network, string AccountUserId, string AccountHandle, string AccountName, string? AssignedTo, long? SenseUntil, long? DraftWithdrawnAt)
{
    public const string Select =
        """
        SELECT mention.id AS Id, mention.account_id AS AccountId, mention.conversation_id AS ConversationId, mention.talker_id AS TalkerId,
               conversation.version AS Version, post_id AS PostId, in_reply_to AS InReplyTo, thread_id AS ThreadId,
               text AS Text, posted_at AS PostedAt, seen_at AS SeenAt, state AS State, snoozed_until AS SnoozedUntil, let_be_reason AS LetBeReason,
               intent AS Intent, confidence AS Confidence, reply_welcome AS ReplyWelcome, language AS Language, reasons AS Reasons, let_be_advice AS LetBeAdvice, unanswered AS Unanswered,
               typed_text AS TypedText, typed_by AS TypedBy, typed_at AS TypedAt,
               typed_picture AS TypedPicture, typed_alt_text AS TypedAltText, (SELECT media_type FROM picture WHERE hash = typed_picture) AS TypedMediaType,
               talker.user_id AS UserId, talker.handle AS Handle, talker.name AS Name,
               account.network AS Network, account.user_id AS AccountUserId, account.handle AS AccountHandle, account.name AS AccountName, assigned_to AS AssignedTo,
               sense_until AS SenseUntil, draft_withdrawn_at AS DraftWithdrawnAt
        FROM mention
        JOIN conversation ON conversation.id = mention.conversation_id
        JOIN talker ON talker.id = mention.talker_id
        JOIN account ON account.id = mention.account_id
        WHERE mention.id = @mentionId
        """;

    public Mention ToMention() => new(
        Id, AccountId, ConversationId, Version,
        new Post(PostId, new Person(UserId, Handle, Name), Text, Moment.Of(PostedAt), ThreadId, InReplyTo, Language),
        Moment.Of(SeenAt),
        Words.Parse<MentionState>(State),
        new Understanding(Words.Parse<Intent>(Intent), Confidence / 1000d, ReplyWelcome == 1, Language, Lines.Split(Reasons)),
        Moment.Of(SnoozedUntil),
        LetBeReason);

    public Account ToAccount() => new(AccountId, Network, new Person(AccountUserId, AccountHandle, AccountName));

    public TypedText? ToTyped() => TypedText is null ? null : new TypedText(TypedText, TypedBy!, Moment.Of(TypedAt!.Value), PictureRow.ToPicture(TypedPicture, TypedMediaType, TypedAltText));
}
