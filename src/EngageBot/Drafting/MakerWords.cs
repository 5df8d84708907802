using EngageBot.Conversing;
using EngageBot.Language;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Drafting;

/// <summary>What somebody who knows has told us for a mention, as drafts in their own words under their first name.</summary>
internal static class MakerWords
{
    /// <summary>How the sources of such a draft begin; the maker follows.</summary>
    public const string Source = "maker/";

    /// <summary>Best first; empty while nobody has answered. What was promised in the talk is told by whatever mention comes next.</summary>
    public static async Task<IReadOnlyList<Wording>> ForAsync(Session session, string mentionId)
    {
        var row = await session.FirstOrDefaultAsync<Row>(
            """
            SELECT maker_question.words AS Said, maker_question.first_name AS FirstName, maker_question.trade AS Trade,
                   talker.user_id AS UserId, talker.handle AS Handle, talker.name AS Name, here.conversation_id AS ConversationId,
                   (SELECT COUNT(*) FROM asked_about AS other WHERE other.question_id = maker_question.id AND other.mention_id < asked.id) AS Before
            FROM mention AS here
            JOIN talker ON talker.id = here.talker_id
            JOIN mention AS asked ON asked.conversation_id = here.conversation_id
            JOIN asked_about ON asked_about.mention_id = asked.id
            JOIN maker_question ON maker_question.id = asked_about.question_id
            WHERE here.id = @mentionId AND maker_question.state = 'answered' AND maker_question.words IS NOT NULL
              AND (asked.id = here.id OR EXISTS (SELECT 1 FROM promise WHERE promise.mention_id = asked.id AND promise.state = 'open'))
            ORDER BY maker_question.closed_at DESC LIMIT 1
            """,
            new { mentionId });
        if (row is null)
            return [];
        var owed = await Promises.OwedAsync(session, row.ConversationId) is not null;
        var wordings = Of(row.Said, row.FirstName, row.Trade, FirstName.Of(new Person(row.UserId, row.Handle, row.Name)), owed);
        return row.Before > 0 ? [.. wordings.Reverse()] : wordings; // X takes no repeats: who asked later is called by name
    }

    /// <param name="addressee">Their first name as far as we know it.</param>
    /// <param name="owed">They were promised it.</param>
    internal static IReadOnlyList<Wording> Of(string said, string firstName, string trade, string addressee, bool owed)
    {
        var signature = trade.Length == 0 ? firstName : $"{firstName}, {trade}";
        IReadOnlyList<string> sources = owed ? [Source + signature, Promises.Kept] : [Source + signature];
        var ways = addressee.Length == 0 ? [""] : new[] { "", $"{addressee}: " };
        return [.. ways.Select(way => new Wording(Fit(Typography.Tidy(said), text => $"{way}{text} — {signature}"), sources))];
    }

    /// <summary>Whole sentences as far as they fit, else words.</summary>
    private static string Fit(string said, Func<string, string> sign)
    {
        if (WeightedText.IsValid(sign(said)))
            return sign(said);
        if (Fitting.Shortened(said, shorter => WeightedText.IsValid(sign(shorter))) is { } sentences)
            return sign(sentences);
        var words = said.Split(' ');
        for (var count = words.Length - 1; count > 0; count--)
            if (sign(string.Join(' ', words[..count]) + "…") is var cut && WeightedText.IsValid(cut))
                return cut;
        return sign("…");
    }

    private sealed record Row(string Said, string FirstName, string Trade, string UserId, string Handle, string Name, string ConversationId, long Before);
}
