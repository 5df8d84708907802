using EngageBot.Conversing;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Approving.Finding;

/// <summary>Finds mentions by everything that was ever said in them and around them: by followers, by us, by others in the thread.</summary>
internal sealed class MentionSearch(Database database)
{
    // A mention may be found by its own words, by our reply and by what it answers.
    private const int PerMention = 3;

    private const string Show =
        """
        SELECT hit.number AS Number, hit.kind AS Kind, COALESCE(reply.text, context_post.text, mention.text) AS Said, COALESCE(reply.state_since, context_post.posted_at, mention.posted_at) AS SaidAt,
               CASE WHEN hit.user_id = account.user_id THEN 1 ELSE 0 END AS Ours, CASE WHEN hit.user_id = account.user_id THEN account.name ELSE COALESCE(context_post.name, talker.name) END AS SaidBy,
        """;

    private const string Around =
        """
        JOIN mention ON mention.id = hit.mention_id
        JOIN talker ON talker.id = mention.talker_id
        JOIN account ON account.id = mention.account_id
        LEFT JOIN reply ON hit.kind = 'reply' AND reply.id = hit.id
        LEFT JOIN context_post ON hit.kind = 'context' AND context_post.account_id = mention.account_id AND context_post.post_id = hit.id
        ORDER BY hit.number DESC
        """;

    private const string ByAuthor =
        """
        AND said.user_id IN (SELECT user_id FROM talker WHERE LOWER(handle) = @from
                             UNION SELECT user_id FROM account WHERE LOWER(handle) = @from
                             UNION SELECT user_id FROM context_post WHERE LOWER(handle) = @from)
        """;

    /// <param name="before">Where the page before ended; null for the first.</param>
    public async Task<Findings> FindAsync(string text, int limit, long? before, CancellationToken cancellationToken)
    {
        var query = SearchQuery.Parse(text);
        if (query.Problem is not null || query.IsEmpty)
            return Findings.None with { Problem = query.Problem };
        var most = limit * PerMention;
        var rows = await database.ReadAsync(session => session.QueryAsync<Row>(Sql(query), Parameters(query, most, before)), cancellationToken);
        var mentions = rows.GroupBy(row => row.Id).Take(limit).ToList();
        var last = mentions.Count == 0 ? 0 : mentions.Min(mention => mention.First().Number);
        return new Findings(
            [.. mentions.Select(mention => mention.First()).Select(row => new Finding(row.ToItem(), row.SaidBy, row.Ours == 1, Moment.Of(row.SaidAt), Excerpt.Of(row.Said, query)))],
            rows.Count == most || rows.GroupBy(row => row.Id).Count() > limit ? last : null);
    }

    private string Sql(SearchQuery query) =>
        $"""
        {Show}
               {ItemRow.Columns}
        FROM (SELECT said.number, said.kind, said.id, said.mention_id, said.user_id FROM {Hits(query)} DESC LIMIT @limit) AS hit
        {Around}
        """;

    /// <summary>The one condition that is spelled for each engine.</summary>
    private string Hits(SearchQuery query)
    {
        var (from, matches, number) = (query.Terms.Count > 0 || query.Language is not null, database.Options.IsSqlite) switch
        {
            (false, _) => ("said", "", "said.number"),
            // the index itself is walked from its end, until the page is full
            (true, true) => ("said_words CROSS JOIN said ON said.number = said_words.rowid", "said_words MATCH @match AND ", "said_words.rowid"),
            (true, false) => ("said", "said.vector @@ to_tsquery('simple', @match) AND ", "said.number"),
        };
        var state = query.State is null ? "" : "JOIN mention ON mention.id = said.mention_id AND mention.state = @state";
        return $"{from} {state} WHERE {matches}{number} < @before {(query.From is null ? "" : ByAuthor)} ORDER BY {number}";
    }

    private object Parameters(SearchQuery query, int limit, long? before) => new
    {
        match = string.Join(database.Options.IsSqlite ? " AND " : " & ", Terms(query)),
        from = query.From,
        state = query.State is { } state ? Words.Of(state) : null,
        before = before ?? long.MaxValue,
        limit = (long)limit,
    };

    private IEnumerable<string> Terms(SearchQuery query)
    {
        for (var index = 0; index < query.Terms.Count; index++)
            yield return Term(query.Terms[index], query.Beginning && index == query.Terms.Count - 1);
        if (query.Language is { } language)
            yield return Term([Said.InLanguage(language)], false);
    }

    // Words are letters and digits only, so that nothing in them can mean something to an index.
    private string Term(IReadOnlyList<string> words, bool beginning) => database.Options.IsSqlite
        ? $"\"{string.Join(' ', words)}\"{(beginning ? " *" : "")}"
        : $"({string.Join(" <-> ", words.Select((word, index) => $"'{word}'{(beginning && index == words.Count - 1 ? ":*" : "")}"))})";

    private sealed class Row : ItemRow
    {
        public long Number { get; init; }
        public string Said { get; init; } = "";
        public long SaidAt { get; init; }
        public long Ours { get; init; }
        public string SaidBy { get; init; } = "";
    }
}
