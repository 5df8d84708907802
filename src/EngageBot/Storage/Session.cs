using System.Data.Common;
using Dapper;

namespace EngageBot.Storage;

/// <summary>A connection within one read or one transaction; carries the cancellation along so that no statement forgets it.</summary>
/// <remarks>Parameters are the properties of an object, texts and whole numbers only: that is all the schema holds.</remarks>
internal sealed class Session(DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly Statements statements = new(connection, transaction);

    /// <summary>Rows changed; guarded updates judge by it.</summary>
    public Task<int> ExecuteAsync(string sql, object? parameters = null) =>
        statements.Of(sql, parameters).ExecuteNonQueryAsync(cancellationToken);

    public async Task<T?> FirstOrDefaultAsync<T>(string sql, object? parameters = null)
    {
        await using var reader = await statements.Of(sql, parameters).ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Fact<T>(reader.GetRowParser(typeof(T))(reader)) : default;
    }

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? parameters = null)
    {
        await using var reader = await statements.Of(sql, parameters).ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        // Made at the first row of each reading: what type SQLite gives to a computed column depends on what stands in it.
        Func<DbDataReader, object>? parse = null;
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(Fact<T>((parse ??= reader.GetRowParser(typeof(T)))(reader))!);
        return rows;
    }

    /// <summary>The rows one by one: none is kept, however many come.</summary>
    public async Task EachAsync<T>(string sql, object? parameters, Action<T> take)
    {
        await using var reader = await statements.Of(sql, parameters).ExecuteReaderAsync(cancellationToken);
        Func<DbDataReader, object>? parse = null;
        while (await reader.ReadAsync(cancellationToken))
            take(Fact<T>((parse ??= reader.GetRowParser(typeof(T)))(reader))!);
    }

    public ValueTask DisposeAsync() => statements.DisposeAsync();

    private static T? Fact<T>(object? value) => value is null or DBNull ? default : (T)value;
}
