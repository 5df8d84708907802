using EngageBot.Conversing;
using EngageBot.Drafting;
using EngageBot.Learning;
using EngageBot.Library;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Approving;

/// <summary>A person says what an open mention wants: it is drafted anew unless somebody has typed words of their own, and the reader learns from it.</summary>
internal sealed class Corrections(Database database, Redrafting redrafting, Lessons lessons, PromptLibrary library, Journal journal, Bell bell)
{
    private const long Certain = 1000;

    /// <param name="seen">What the person saw it read as; when that has changed, nothing is done. Null to correct whatever it is.</param>
    public async Task<Decision> CorrectAsync(string mentionId, Intent intent, Intent? seen, string person, CancellationToken cancellationToken)
    {
        if (intent == Intent.Unsure)
            return new Decision.NotPostable("Say what it wants, or leave it as it is; \"unsure\" teaches nothing.");
        return await ChangeAsync(
            mentionId,
            async (session, mention) => seen is { } before && mention.Intent != before
                ? await Faster.WhoAsync(session, mention)
                : await CorrectAsync(session, mention, intent, person),
            cancellationToken);
    }

    /// <summary>Takes a correction back: the mention is read as EngageBot read it.</summary>
    public Task<Decision> TakeBackAsync(string mentionId, string person, CancellationToken cancellationToken) =>
        ChangeAsync(mentionId, (session, mention) => TakeBackAsync(session, mention, person), cancellationToken);

    private async Task<Decision> ChangeAsync(string mentionId, Func<Session, Standing, Task<Decision>> change, CancellationToken cancellationToken)
    {
        var decision = await database.WriteAsync(
            async session => await Standing.OfAsync(session, mentionId) switch
            {
                null => new Decision.NotFound(),
                { IsOpen: false } decided => await Faster.WhoAsync(session, decided),
                var mention => await change(session, mention),
            },
            cancellationToken);
        if (decision is Decision.Taken)
            bell.Ring(Topic.Mentions);
        return decision;
    }

    private async Task<Decision> CorrectAsync(Session session, Standing mention, Intent intent, string person)
    {
        var read = await MentionReading.OfAsync(session, mention.Id);
        if (!await SetAsync(session, mention, new MentionReading(intent, Certain, $"is what {person} says")))
            return await Faster.WhoAsync(session, mention);
        await lessons.NoteCorrectionAsync(session, mention.Id, read!, intent, person);
        return await FinishAsync(session, mention, intent, person, mention.Intent == intent ? "confirmed" : "corrected");
    }

    private async Task<Decision> TakeBackAsync(Session session, Standing mention, string person)
    {
        if (await Lessons.TakeBackCorrectionAsync(session, mention.Id) is not { } read)
            return new Decision.TooLate("Nobody has corrected how this was read.");
        if (!await SetAsync(session, mention, read))
            return await Faster.WhoAsync(session, mention);
        return await FinishAsync(session, mention, read.Intent, person, "correction-undone");
    }

    private async Task<Decision> FinishAsync(Session session, Standing mention, Intent intent, string person, string what)
    {
        await Precedence.RefreshAsync(session, mention.Id, library.Current.Snapshot.Voice.TimeZone, library.Current.Snapshot.Voice.Curtain);
        if (mention.Intent != intent)
            await redrafting.RedraftAsync(session, mention.Id);
        await journal.AppendAsync(session, person, mention.Id, what, mention.State, mention.State, $"{Words.Of(mention.Intent)} → {Words.Of(intent)}");
        return new Decision.Taken(mention.State);
    }

    /// <summary>False when somebody changed or decided it meanwhile.</summary>
    private static async Task<bool> SetAsync(Session session, Standing mention, MentionReading reading) =>
        await session.ExecuteAsync(
            """
            UPDATE mention SET intent = @intent, confidence = @Confidence, reply_welcome = @welcome, reasons = @Reasons
            WHERE id = @Id AND state = @state AND intent = @before
            """,
            new
            {
                mention.Id,
                state = Words.Of(mention.State),
                before = Words.Of(mention.Intent),
                intent = Words.Of(reading.Intent),
                reading.Confidence,
                reading.Reasons,
                welcome = Lessons.WelcomesReply(reading.Intent) ? 1L : 0L,
            }) == 1;
}
