using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.People;

/// <summary>Keeps how each person likes their desk.</summary>
internal sealed class PreferenceStore(Database database)
{
    public Task<Preferences> OfAsync(string personId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session => (await session.FirstOrDefaultAsync<Row>(
                "SELECT language AS Language, keys AS Keys, keys_rest AS KeysRest, sound AS Sound, notices AS Notices, views AS Views FROM preference WHERE person_id = @personId",
                new { personId }))?.ToPreferences() ?? Preferences.None,
            cancellationToken);

    public Task SaveAsync(string personId, Preferences preferences, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                """
                INSERT INTO preference (person_id, language, keys, keys_rest, sound, notices, views)
                VALUES (@personId, @Language, @keys, @keysRest, @sound, @notices, @views)
                ON CONFLICT (person_id) DO UPDATE
                SET language = excluded.language, keys = excluded.keys, keys_rest = excluded.keys_rest, sound = excluded.sound, notices = excluded.notices, views = excluded.views
                """,
                new
                {
                    personId,
                    preferences.Language,
                    keys = string.Join('\n', preferences.Keys.Select(pair => $"{pair.Key}={pair.Value}")),
                    keysRest = preferences.KeysRest ? 1L : 0L,
                    sound = preferences.Sound ? 1L : 0L,
                    notices = Words.Of(preferences.Notices),
                    views = string.Join('\n', preferences.Views.Select(view => $"{view.Query} {view.Name}")),
                }),
            cancellationToken);

    private sealed record Row(string? Language, string Keys, long KeysRest, long Sound, string Notices, string Views)
    {
        public Preferences ToPreferences() => new(
            Language,
            Keys.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]),
            KeysRest == 1,
            Sound == 1,
            Words.Parse<Notices>(Notices))
        {
            Views = [.. Views.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', 2)).Select(pair => new KeptView(pair[1], pair[0]))],
        };
    }
}
