using DbUp;
using DbUp.Builder;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Tests.Storage;

/// <summary>A database as the program of an earlier schema left it, with something in every table and a mention and a reply in every state.</summary>
internal static class OldHouse
{
    private const string Prefix = "EngageBot.Storage.Scripts.";

    /// <summary>The numbers of all scripts: each of them was once the newest.</summary>
    public static IReadOnlyList<int> Schemas { get; } =
        [.. typeof(Migrations).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(Number).Distinct().Order()];

    public static async Task BuildAsync(TempDatabase temp, int schema)
    {
        var isSqlite = temp.Options.IsSqlite;
        if (isSqlite)
            await temp.Database.ReadAsync(session => session.FirstOrDefaultAsync<string>("PRAGMA journal_mode = wal"), CancellationToken.None);
        UpgradeEngineBuilder engine = isSqlite ? DeployChanges.To.SqliteDatabase(temp.Options.ConnectionString) : DeployChanges.To.PostgresqlDatabase(temp.Options.ConnectionString);
        var result = engine
            .WithScriptsEmbeddedInAssembly(
                typeof(Migrations).Assembly,
                name => name.StartsWith(Prefix, StringComparison.Ordinal) && Number(name) <= schema && !name.EndsWith(isSqlite ? ".postgresql.sql" : ".sqlite.sql", StringComparison.Ordinal))
            .WithTransactionPerScript().LogToNowhere().Build().PerformUpgrade();
        Xunit.Assert.True(result.Successful, result.Error?.Message);
        await temp.Database.WriteAsync(session => FillAsync(session, isSqlite), CancellationToken.None);
    }

    /// <summary>The columns of every table that holds data of the house.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<Column>>> TablesAsync(Session session, bool isSqlite)
    {
        var columns = await session.QueryAsync<Column>(isSqlite
            ? """
              SELECT m.name AS "Table", c.name AS Name, c.type AS Type FROM sqlite_master m JOIN pragma_table_xinfo(m.name) c
              WHERE m.type = 'table' AND c.hidden = 0 AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE 'said_words%' AND m.name <> 'SchemaVersions' COLLATE NOCASE
              ORDER BY m.name, c.cid
              """
            : """
              SELECT table_name AS "Table", column_name AS Name, UPPER(data_type) AS Type FROM information_schema.columns
              WHERE table_schema = 'public' AND is_generated = 'NEVER' AND table_name <> 'schemaversions' ORDER BY table_name, ordinal_position
              """);
        return columns.GroupBy(column => column.Table).ToDictionary(table => table.Key, table => (IReadOnlyList<Column>)[.. table]);
    }

    /// <summary>Everything that stands in these columns, a row a line.</summary>
    public static async Task<IReadOnlyList<string>> RowsAsync(Session session, string table, IReadOnlyList<Column> columns)
    {
        var row = string.Join(" || '|' || ", columns.Select(column => $"COALESCE(CAST({column.Name} AS TEXT), '~')"));
        return [.. (await session.QueryAsync<string>($"SELECT {row} AS Line FROM {table}")).Order(StringComparer.Ordinal)];
    }

    private static async Task<bool> FillAsync(Session session, bool isSqlite)
    {
        var tables = await TablesAsync(session, isSqlite);
        await AddAsync(session, tables, "account", "a", ("network", "x"), ("user_id", "1"), ("handle", "HarbourTheatre"), ("gap", null), ("posting_problem", null), ("listening_problem", null));
        await AddAsync(session, tables, "talker", "t", ("network", "x"), ("user_id", "u-pia"), ("handle", "pia"), ("opted_out_at", null));
        await AddAsync(session, tables, "conversation", "c", ("account_id", "a"), ("talker_id", "t"));
        foreach (var state in Enum.GetValues<MentionState>().Select(Words.Of))
        {
            await AddAsync(
                session, tables, "mention", $"m-{state}", ("account_id", "a"), ("conversation_id", "c"), ("talker_id", "t"), ("post_id", $"10-{state}"), ("state", state), ("intent", "question"),
                ("language", "en"), ("text", "@HarbourTheatre when does the storm begin?"), ("in_reply_to", null), ("let_be_advice", null), ("typed_text", null), ("typed_by", null), ("typed_picture", null), ("assigned_to", null));
            await AddAsync(session, tables, "journal", $"j-{state}", ("mention_id", $"m-{state}"), ("what", "seen"), ("from_state", ""), ("to_state", state));
        }
        foreach (var state in Enum.GetValues<ReplyState>().Select(Words.Of))
        {
            var mention = state is "held" or "sending" or "unclear" or "sent" ? state switch { "held" => "m-answering", "sending" => "m-let-be", "unclear" => "m-snoozed", _ => "m-answered" } : "m-waiting";
            await AddAsync(session, tables, "reply", $"r-{state}", ("mention_id", mention), ("account_id", "a"), ("conversation_id", "c"), ("talker_id", "t"), ("state", state), ("picture", null));
        }
        await AddAsync(session, tables, "person", "p", ("name", "Ana"), ("role", "admin"));
        string[] filled = ["account", "talker", "conversation", "mention", "journal", "reply", "person"];
        foreach (var table in tables.Keys.Except(filled).OrderBy(table => table is not ("learned_version" or "maker_question")))
            await AddAsync(session, tables, table, "x");
        return true;
    }

    /// <summary>A value for every column, of its type; keys point to what is there.</summary>
    private static Task<int> AddAsync(Session session, IReadOnlyDictionary<string, IReadOnlyList<Column>> tables, string table, string id, params (string Column, string? Value)[] said)
    {
        if (!tables.TryGetValue(table, out var columns))
            return Task.FromResult(0);
        var values = columns.Select(column => said.Any(pair => pair.Column == column.Name)
            ? said.First(pair => pair.Column == column.Name).Value is { } value ? $"'{value.Replace("'", "''", StringComparison.Ordinal)}'" : "NULL"
            : column.Name switch
            {
                "id" => $"'{id}'",
                "mention_id" => "'m-waiting'",
                "account_id" => "'a'",
                "conversation_id" => "'c'",
                "talker_id" => "'t'",
                "reply_id" => "'r-sent'",
                "person_id" or "owner_id" => "'p'",
                "question_id" => "'x'",
                _ => column.Type is "TEXT" ? $"'{column.Name}'" : "1",
            });
        return session.ExecuteAsync($"INSERT INTO {table} ({string.Join(", ", columns.Select(column => column.Name))}) VALUES ({string.Join(", ", values)})");
    }

    private static int Number(string script) => int.Parse(script.AsSpan(Prefix.Length, 4), System.Globalization.CultureInfo.InvariantCulture);

    internal sealed record Column(string Table, string Name, string Type);
}
