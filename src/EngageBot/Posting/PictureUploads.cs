using System.Diagnostics;
using EngageBot.Model;
using EngageBot.Networks;
using EngageBot.Storage;

namespace EngageBot.Posting;

/// <summary>
/// Brings the picture of a due reply to the network before the one attempt to post it. Nobody sees an uploaded picture, so this may
/// be repeated; the reply is never posted without it.
/// </summary>
internal sealed partial class PictureUploads(INetwork network, Database database, Outcomes outcomes, Journal journal, Bell bell, TimeProvider clock, ILogger<PictureUploads> logger)
{
    private const int MostTries = 5;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(15);

    /// <summary>False when no reply waits for its picture.</summary>
    public async Task<bool> UploadNextAsync(CancellationToken cancellationToken)
    {
        if (await database.ReadAsync(NextAsync, cancellationToken) is not { } due)
            return false;
        var outcome = await AttemptAsync(due, cancellationToken);
        LogOutcome(due.Id, outcome.GetType().Name);
        await database.WriteAsync(
            async session =>
            {
                await RecordAsync(session, due, outcome);
                return true;
            },
            CancellationToken.None);
        bell.Ring(Topic.Mentions);
        return true;
    }

    private Task<Due?> NextAsync(Session session) =>
        session.FirstOrDefaultAsync<Due>(
            """
            SELECT reply.id AS Id, reply.mention_id AS MentionId, reply.target_post_id AS TargetPostId, reply.text AS Text, reply.uploads AS Tries,
                   reply.alt_text AS AltText, picture.bytes AS Bytes,
                   account.id AS AccountId, account.network AS Network, account.user_id AS UserId, account.handle AS Handle, account.name AS Name
            FROM reply
            JOIN account ON account.id = reply.account_id
            JOIN conversation ON conversation.id = reply.conversation_id
            JOIN talker ON talker.id = reply.talker_id
            JOIN picture ON picture.hash = reply.picture
            WHERE reply.state = 'held' AND reply.send_after <= @now AND account.post_after <= @now
              AND conversation.version = reply.conversation_version AND talker.opted_out_at IS NULL
              AND (reply.media_until IS NULL OR reply.media_until <= @now)
            ORDER BY reply.send_after LIMIT 1
            """,
            new { now = clock.Milliseconds() });

    private async Task<UploadOutcome> AttemptAsync(Due due, CancellationToken cancellationToken)
    {
        try
        {
            return await network.UploadAsync(due.Account, Convert.FromBase64String(due.Bytes), due.AltText ?? "", cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogBrokenPromise(due.Id, exception);
            return new UploadOutcome.Later("Uploading the picture broke off.");
        }
    }

    private Task RecordAsync(Session session, Due due, UploadOutcome outcome) => outcome switch
    {
        UploadOutcome.Uploaded(var mediaId, var until) => session.ExecuteAsync(
            "UPDATE reply SET media_id = @mediaId, media_until = @until, problem = NULL WHERE id = @Id AND state = 'held'",
            new { due.Id, mediaId, until = until.ToUnixTimeMilliseconds() }),
        UploadOutcome.Later(var reason, { } until) => PutOffAsync(session, due, reason, until, due.Tries),
        UploadOutcome.Later(var reason, null) when due.Tries + 1 < MostTries => PutOffAsync(session, due, reason, clock.GetUtcNow() + (FirstPause * Math.Pow(2, due.Tries)), due.Tries + 1),
        UploadOutcome.Later(var reason, null) => outcomes.EndUnsentAsync(session, due.Item, $"Its picture could not be uploaded, after {MostTries} tries: {reason} Approve it again, or leave the picture out."),
        UploadOutcome.Refused(var reason) => outcomes.EndUnsentAsync(session, due.Item, reason),
        UploadOutcome.Halted(var reason, var until) => outcomes.NoteAccountAsync(session, due.Item, outcomes.EndOfHalt(until).ToUnixTimeMilliseconds(), reason),
        _ => throw new UnreachableException(),
    };

    /// <summary>This reply alone waits: others need no picture.</summary>
    private async Task PutOffAsync(Session session, Due due, string reason, DateTimeOffset until, long tries)
    {
        var heldStill = await session.ExecuteAsync(
            "UPDATE reply SET send_after = @until, uploads = @tries, problem = @reason WHERE id = @Id AND state = 'held'",
            new { due.Id, until = until.ToUnixTimeMilliseconds(), tries, reason }) == 1;
        if (heldStill)
            await journal.AppendAsync(session, Journal.Engine, due.MentionId, "put-off", MentionState.Answering, MentionState.Answering, reason);
    }

    private sealed record Due(
        string Id, string MentionId, string TargetPostId, string Text, long Tries, string? AltText, string Bytes,
        string AccountId, string Network, string UserId, string Handle, string Name)
    {
        public Account Account => new(AccountId, Network, new Person(UserId, Handle, Name));

        public OutboxItem Item => new(Id, MentionId, Account, TargetPostId, Text, 0, 0, false);
    }

    [LoggerMessage(LogLevel.Information, "Picture of reply {ReplyId}: {Outcome}")]
    private partial void LogOutcome(string replyId, string outcome);

    [LoggerMessage(LogLevel.Error, "Uploading the picture of reply {ReplyId} threw")]
    private partial void LogBrokenPromise(string replyId, Exception exception);
}
