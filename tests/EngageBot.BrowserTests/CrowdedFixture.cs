using EngageBot.Storage;

namespace EngageBot.BrowserTests;

/// <summary>A desk at which 5,000 wait.</summary>
public sealed class CrowdedFixture : DeskFixture
{
    public const int Waiting = 5_000;

    protected override async Task FillAsync()
    {
        await House.WritesAsync("latest", "@HarbourTheatre thank you, I came last");
        await using var database = Open();
        // The sandbox tells who we are a moment after the start.
        while (await database.ReadAsync(session => session.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM mention"), CancellationToken.None) == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        await database.WriteAsync(FillAsync, CancellationToken.None);
    }

    /// <summary>Changes the store behind the program's back.</summary>
    public async Task ChangeAsync(string statement)
    {
        await using var database = Open();
        await database.WriteAsync(session => session.ExecuteAsync(statement), CancellationToken.None);
    }

    private Database Open() => new(Microsoft.Extensions.Options.Options.Create(new StorageOptions { ConnectionString = $"Data Source={House.DatabaseFile}" }));

    /// <summary>Copies of the first mention by other people before it, a second apart.</summary>
    private static async Task<int> FillAsync(Session session)
    {
        const string Numbers = "WITH RECURSIVE line (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM line WHERE number < @more)";
        var more = new { more = Waiting - 1L };
        await session.ExecuteAsync($"{Numbers} INSERT INTO talker (id, network, user_id, handle, name) SELECT 'crowd-' || number, 'x', 'crowd-' || number, 'guest_' || number, 'Guest ' || number FROM line", more);
        await session.ExecuteAsync($"{Numbers} INSERT INTO conversation (id, account_id, thread_id, talker_id, version) SELECT 'crowd-' || number, account.id, 'crowd-' || number, 'crowd-' || number, 1 FROM line, account", more);
        await session.ExecuteAsync(
            $"""
            {Numbers}
            INSERT INTO mention (id, account_id, conversation_id, talker_id, post_id, text, posted_at, seen_at, checked_at, state, state_since, intent, confidence, reply_welcome, language, reasons, place)
            SELECT 'crowd-' || number, account_id, 'crowd-' || number, 'crowd-' || number, '9' || number, '@HarbourTheatre guest number ' || number || ' says thank you for a long and lovely evening by the harbour', posted_at - (@more + 1 - number) * 1000,
                   seen_at, checked_at, 'waiting', state_since, 'thanks', 900, 1, 'en', 'says thank you', posted_at - (@more + 1 - number) * 1000
            FROM line, (SELECT * FROM mention LIMIT 1)
            """,
            more);
        await session.ExecuteAsync($"{Numbers} INSERT INTO wording (mention_id, place, text, sources) SELECT 'crowd-' || number, 0, 'Thank you, guest ' || number || ', come back soon.', '' FROM line", more);
        return await session.ExecuteAsync(
            $"{Numbers} INSERT INTO journal (id, at, actor, mention_id, what, from_state, to_state, why) SELECT 'crowd-' || number, seen_at, 'engagebot', 'crowd-' || number, 'seen', '', 'waiting', '' FROM line, (SELECT * FROM mention LIMIT 1)", more);
    }
}
