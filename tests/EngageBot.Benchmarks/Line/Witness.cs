using System.Globalization;
using Dapper;
using EngageBot.Benchmarks.Figures;
using Microsoft.Data.Sqlite;

namespace EngageBot.Benchmarks.Line;

/// <summary>Looks into the program's database from outside: what it sees has been committed.</summary>
internal sealed class Witness : IDisposable
{
    private readonly SqliteConnection connection;

    public Witness(Workplace place)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = place.Database, Mode = SqliteOpenMode.ReadOnly }.ToString());
        connection.Open();
    }

    /// <summary>All mentions up to this post are stored.</summary>
    public long Bookmark() =>
        connection.QueryFirstOrDefault<string?>("SELECT bookmark FROM account") is { } id ? long.Parse(id, CultureInfo.InvariantCulture) : 0;

    /// <summary>Whether the mention lies in the queue with a draft, or with the advice to let it be.</summary>
    public bool IsOnTheDesk(long postId) =>
        connection.QueryFirst<long>(
            """
            SELECT COUNT(*) FROM mention
            WHERE account_id = (SELECT id FROM account) AND post_id = @postId
              AND (let_be_advice IS NOT NULL OR EXISTS (SELECT 1 FROM wording WHERE mention_id = mention.id))
            """,
            new { postId = postId.ToString(CultureInfo.InvariantCulture) }) == 1;

    /// <summary>Seconds from the moment that the network names to the commit of each mention, but for the first ones.</summary>
    public Sample Delay(int except) => new(connection.Query<double>(
        "SELECT (journal.at - mention.posted_at) / 1000.0 FROM mention JOIN journal ON journal.mention_id = mention.id AND journal.what = 'seen' ORDER BY mention.posted_at LIMIT -1 OFFSET @except",
        new { except }));

    /// <summary>Holds the stored mentions against those that were posted.</summary>
    public Inventory Compare(IReadOnlyCollection<long> posted)
    {
        var stored = connection.Query<string>("SELECT post_id FROM mention").Select(id => long.Parse(id, CultureInfo.InvariantCulture)).ToList();
        var known = stored.ToHashSet();
        return new Inventory(
            posted.Count(id => !known.Contains(id)),
            stored.Count - posted.Count(known.Contains),
            connection.QueryFirst<int>("SELECT COUNT(*) FROM wording WHERE place = 0"),
            connection.QueryFirst<int>("SELECT COUNT(*) FROM mention WHERE let_be_advice IS NULL AND id NOT IN (SELECT mention_id FROM wording)"));
    }

    public void Dispose() => connection.Dispose();
}

/// <param name="Missing">Posted, but not stored.</param>
/// <param name="Surplus">Stored twice, or never posted.</param>
/// <param name="Drafted">Stored with a draft; the others are asides, spam and the like, with the advice to let them be.</param>
/// <param name="Wordless">Stored with neither.</param>
internal sealed record Inventory(int Missing, int Surplus, int Drafted, int Wordless)
{
    public bool IsSound => this is { Missing: 0, Surplus: 0, Wordless: 0, Drafted: > 0 };
}
