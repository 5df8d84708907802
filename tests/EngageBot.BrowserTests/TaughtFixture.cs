using EngageBot.Storage;

namespace EngageBot.BrowserTests;

/// <summary>
/// A house whose people corrected sixty mentions: the singers of a choir ask for the key of their rehearsal room, which the shipped reader cannot know.
/// </summary>
public sealed class TaughtFixture : DeskFixture
{
    private static readonly string[] Choirs = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    private static readonly string[] Ends = ["all of us", "with the pianist", "from the north", "and the children", "in our coats"];

    public static string Choir(string which, string end = "") => $"@HarbourTheatre choir {which} stands before the rehearsal room, the seven{end}";

    protected override async Task FillAsync()
    {
        await House.WritesAsync("first", "@HarbourTheatre thank you, I came first");
        await using var database = new Database(Microsoft.Extensions.Options.Options.Create(new StorageOptions { ConnectionString = $"Data Source={House.DatabaseFile}" }));
        while (await database.ReadAsync(session => session.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM mention"), CancellationToken.None) == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        await database.WriteAsync(TeachAsync, CancellationToken.None);
        // whoever writes next wakes the reader's learning
        await House.WritesAsync("second", "@HarbourTheatre thank you, I came second");
    }

    private static async Task<int> TeachAsync(Session session)
    {
        for (var number = 0; number < 60; number++)
        {
            var asks = number % 3 < 2;
            var lesson = new
            {
                id = $"lesson-{number}",
                text = asks ? Choir(Choirs[number % 12], $", {Ends[number % 5]}") : $"@HarbourTheatre thank you for evening {number}, we loved it",
                intent = asks ? "question" : "thanks",
            };
            await session.ExecuteAsync("INSERT INTO talker (id, network, user_id, handle, name) VALUES (@id, 'x', @id, @id, @id)", lesson);
            await session.ExecuteAsync("INSERT INTO conversation (id, account_id, thread_id, talker_id, version) SELECT @id, account_id, @id, @id, 1 FROM mention LIMIT 1", lesson);
            await session.ExecuteAsync(
                """
                INSERT INTO mention (id, account_id, conversation_id, talker_id, post_id, text, posted_at, seen_at, checked_at, state, state_since, intent, confidence, reply_welcome, language, reasons, place)
                SELECT @id, account_id, @id, @id, @id, @text, posted_at, seen_at, checked_at, 'let-be', state_since, @intent, 900, 1, 'en', '', place FROM mention LIMIT 1
                """,
                lesson);
            await session.ExecuteAsync("INSERT INTO lesson (mention_id, kind, intent, read_intent, read_confidence, read_reasons, person, at) SELECT @id, 'correction', @intent, 'chat', 500, '', 'Ana', seen_at FROM mention LIMIT 1", lesson);
        }
        return 60;
    }
}
