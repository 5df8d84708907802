using EngageBot.Storage;

namespace EngageBot.Conversing;

/// <summary>What one store knows of withdrawals, in words that another store of the same house understands.</summary>
internal sealed record Withdrawn(IReadOnlyList<GonePost> Posts, IReadOnlyList<StoppedPerson> People)
{
    public static Withdrawn Nothing { get; } = new([], []);

    public static async Task<Withdrawn> KnownToAsync(Session session) => new(
        await session.QueryAsync<GonePost>(
            """
            SELECT account.network AS Network, account.user_id AS AccountUserId, mention.post_id AS PostId
            FROM mention JOIN account ON account.id = mention.account_id WHERE mention.text = ''
            """),
        await session.QueryAsync<StoppedPerson>("SELECT network AS Network, user_id AS UserId, opted_out_at AS At FROM talker WHERE opted_out_at IS NOT NULL"));

    /// <summary>The mentions of another store that carry words of these posts or wait for an answer to them.</summary>
    public async Task<IReadOnlyList<string>> MentionsInAsync(Session session)
    {
        var found = new List<string>();
        foreach (var post in Posts)
        {
            found.AddRange(await session.QueryAsync<string>(
                """
                SELECT id FROM mention
                WHERE account_id = (SELECT id FROM account WHERE network = @Network AND user_id = @AccountUserId) AND post_id = @PostId
                  AND (text <> '' OR state IN ('waiting', 'snoozed', 'answering', 'needs-attention'))
                """,
                post));
        }
        return found;
    }

    /// <summary>The people of another store who have not asked to stop there.</summary>
    public async Task<IReadOnlyList<(string TalkerId, long At)>> PeopleInAsync(Session session)
    {
        var found = new List<(string, long)>();
        foreach (var person in People)
        {
            foreach (var id in await session.QueryAsync<string>("SELECT id FROM talker WHERE network = @Network AND user_id = @UserId AND opted_out_at IS NULL", person))
                found.Add((id, person.At));
        }
        return found;
    }
}

/// <summary>A post whose words were forgotten.</summary>
internal sealed record GonePost(string Network, string AccountUserId, string PostId);

/// <summary>Somebody who asked us to stop, and when.</summary>
internal sealed record StoppedPerson(string Network, string UserId, long At);
