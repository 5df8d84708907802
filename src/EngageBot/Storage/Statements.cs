using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Reflection;

namespace EngageBot.Storage;

/// <summary>
/// The commands of one session. A text that comes again, as most do while a page of mentions is stored, keeps its compiled form
/// and gets new values: compiling the same few statements anew cost as much as carrying them out.
/// </summary>
internal sealed class Statements(DbConnection connection, DbTransaction? transaction) : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Shapes = new();
    private readonly Dictionary<(string Sql, Type? Shape), DbCommand> commands = [];

    /// <summary>A command with these values; valid until the same text is asked for again.</summary>
    public DbCommand Of(string sql, object? parameters)
    {
        var shape = parameters?.GetType();
        var properties = shape is null ? [] : Shapes.GetOrAdd(shape, static type => type.GetProperties());
        if (!commands.TryGetValue((sql, shape), out var command))
            commands.Add((sql, shape), command = Create(sql, properties));
        for (var place = 0; place < properties.Length; place++)
            command.Parameters[place].Value = properties[place].GetValue(parameters) ?? DBNull.Value;
        return command;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in commands.Values)
            await command.DisposeAsync();
    }

    private DbCommand Create(string sql, PropertyInfo[] properties)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        foreach (var property in properties)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = property.Name;
            // Said aloud, because a NULL has no type by itself.
            parameter.DbType = property.PropertyType == typeof(string) ? DbType.String : DbType.Int64;
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
