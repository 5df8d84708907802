using EngageBot.Conversing;
using EngageBot.Storage;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Conversing;

/// <summary>Every column of words says whose they are, and those of followers can be forgotten.</summary>
public sealed class WordsOfPeopleTests
{
    private const string Marker = "quibblesome marzipan";

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Every_column_of_words_is_known_as_forgotten_or_as_kept_and_what_is_called_forgotten_goes(Engine engine)
    {
        await using var temp = TempDatabase.Empty(engine);
        await OldHouse.BuildAsync(temp, OldHouse.Schemas[^1]);
        await temp.Database.WriteAsync(
            async session =>
            {
                var columns = (await OldHouse.TablesAsync(session, temp.Options.IsSqlite)).Values.SelectMany(table => table)
                    .Where(column => column.Type is "TEXT" && !WordsOfPeople.IsKey(column.Name)).Select(column => (column.Table, column.Name)).ToHashSet();
                var (forgotten, kept) = (Columns(WordsOfPeople.Forgotten), Columns(WordsOfPeople.Kept));
                Assert.Empty(forgotten.Intersect(kept));
                Assert.Equal([], columns.Except(forgotten.Concat(kept)).Select(column => $"{column.Table}.{column.Name} holds words: say in WordsOfPeople whose, and in Forgetting how they go"));
                Assert.Equal([], forgotten.Concat(kept).Except(columns).Select(column => $"{column.Table}.{column.Name} is no column any more"));

                await ArrangeAsync(session);
                foreach (var (table, column) in forgotten.Where(column => column.Table != "said"))
                    Assert.NotEqual(0, await session.ExecuteAsync($"UPDATE {table} SET {column} = @Marker", new { Marker }));
                Assert.NotEqual(0, await Forgetting.PersonAsync(session, "t"));
                foreach (var (table, column) in forgotten)
                    Assert.Equal((table, column, 0), (table, column, await session.FirstOrDefaultAsync<long>($"SELECT COUNT(*) FROM {table} WHERE {column} = @Marker", new { Marker })));
                return true;
            },
            CancellationToken.None);
    }

    /// <summary>The rows of which something is to go: about the person, never public, and told to nobody else.</summary>
    private static async Task ArrangeAsync(Session session)
    {
        await session.ExecuteAsync("UPDATE talker SET user_id = 'u' WHERE id = 't'");
        await session.ExecuteAsync("UPDATE context_post SET user_id = 'u'");
        // its index knows only of rows that come and go
        await session.ExecuteAsync("INSERT INTO said (number, id, mention_id, kind, user_id, words) SELECT 9, 'y', mention_id, kind, 'u', @Marker FROM said", new { Marker });
        await session.ExecuteAsync("UPDATE journal SET what = 'let-be'");
        await session.ExecuteAsync("UPDATE maker_question SET consent = 0");
        await session.ExecuteAsync("UPDATE promise SET state = 'released', closed_by = 'Ana'");
        await session.ExecuteAsync("UPDATE reply SET state = 'voided'");
    }

    private static HashSet<(string Table, string Name)> Columns(IReadOnlyDictionary<string, string> known) =>
        [.. known.SelectMany(table => table.Value.Split(' '), (table, column) => (table.Key, column))];
}
