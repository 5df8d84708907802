using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.People;

/// <summary>Issues, lists, revokes and recognises the tokens of the REST interface.</summary>
internal sealed partial class ApiTokens(Database database, TimeProvider clock, ILogger<ApiTokens> logger)
{
    /// <summary>Says what it is to whoever finds one, secret scanners included.</summary>
    private const string Prefix = "eb_";

    private static readonly TimeSpan UseNotedEvery = TimeSpan.FromMinutes(1);

    /// <summary>A token of the given role at most; null when the owner cannot sign in.</summary>
    public async Task<IssuedToken?> IssueAsync(string ownerId, string name, Role role, CancellationToken cancellationToken)
    {
        var issued = new IssuedToken(Ids.New(clock), Prefix + Secret.New());
        var rows = await database.WriteAsync(
            session => session.ExecuteAsync(
                """
                INSERT INTO api_token (id, hash, name, role, owner_id, created_at)
                SELECT @Id, @hash, @name, @role, id, @now FROM person WHERE id = @ownerId AND disabled_at IS NULL
                """,
                new { issued.Id, hash = Secret.Hash(issued.Text), name = UserNames.Tidy(name), role = Words.Of(role), ownerId, now = clock.Milliseconds() }),
            cancellationToken);
        if (rows == 0)
            return null;
        LogIssued(issued.Id, ownerId, role);
        return issued;
    }

    /// <summary>Everybody's tokens, or those of one owner; newest first.</summary>
    public Task<IReadOnlyList<ApiToken>> AllAsync(string? ownerId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session => (IReadOnlyList<ApiToken>)[.. (await session.QueryAsync<Row>(
                SelectToken + " WHERE (@ownerId IS NULL OR owner_id = @ownerId) ORDER BY api_token.created_at DESC, api_token.id DESC",
                new { ownerId })).Select(row => row.ToToken())],
            cancellationToken);

    /// <summary>It is refused from now on; false when it is no token, or revoked already.</summary>
    public async Task<bool> RevokeAsync(string tokenId, CancellationToken cancellationToken)
    {
        var revoked = await database.WriteAsync(
            session => session.ExecuteAsync(
                "UPDATE api_token SET revoked_at = @now WHERE id = @tokenId AND revoked_at IS NULL",
                new { tokenId, now = clock.Milliseconds() }),
            cancellationToken) == 1;
        if (revoked)
            LogRevoked(tokenId);
        return revoked;
    }

    /// <summary>The token with this text, its role cut down to what the owner may now; null when it is not one, revoked, or the owner is disabled.</summary>
    public async Task<ApiToken?> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal))
            return null;
        var row = await database.ReadAsync(
            session => session.FirstOrDefaultAsync<Row>(
                SelectToken + " WHERE api_token.hash = @hash AND revoked_at IS NULL AND person.disabled_at IS NULL",
                new { hash = Secret.Hash(text) }),
            cancellationToken);
        if (row is null)
            return null;
        await NoteUseAsync(row, cancellationToken);
        var token = row.ToToken();
        var ownersRole = Words.Parse<Role>(row.OwnerRole);
        return token.Role > ownersRole ? token with { Role = ownersRole } : token;
    }

    /// <summary>Not at every call: a busy program would make the database write for each of its reads.</summary>
    private async Task NoteUseAsync(Row row, CancellationToken cancellationToken)
    {
        var now = clock.Milliseconds();
        if (row.LastUsedAt is { } last && now - last < UseNotedEvery.TotalMilliseconds)
            return;
        await database.WriteAsync(session => session.ExecuteAsync("UPDATE api_token SET last_used_at = @now WHERE id = @Id", new { row.Id, now }), cancellationToken);
    }

    private const string SelectToken =
        """
        SELECT api_token.id AS Id, api_token.name AS Name, api_token.role AS Role, owner_id AS OwnerId, person.name AS OwnerName, person.role AS OwnerRole,
               api_token.created_at AS CreatedAt, last_used_at AS LastUsedAt, revoked_at AS RevokedAt
        FROM api_token JOIN person ON person.id = api_token.owner_id
        """;

    private sealed record Row(
        string Id, string Name, string Role, string OwnerId, string OwnerName, string OwnerRole, long CreatedAt, long? LastUsedAt, long? RevokedAt)
    {
        public ApiToken ToToken() => new(
            Id, Name, Words.Parse<Role>(Role), OwnerId, OwnerName, Moment.Of(CreatedAt), Moment.Of(LastUsedAt), Moment.Of(RevokedAt));
    }

    [LoggerMessage(LogLevel.Information, "Token {TokenId} issued to {OwnerId} as {Role}")]
    private partial void LogIssued(string tokenId, string ownerId, Role role);

    [LoggerMessage(LogLevel.Information, "Token {TokenId} revoked")]
    private partial void LogRevoked(string tokenId);
}
