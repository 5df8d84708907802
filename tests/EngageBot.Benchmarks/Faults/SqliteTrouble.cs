using System.Diagnostics;
using EngageBot.Storage;
using Microsoft.Data.Sqlite;

namespace EngageBot.Benchmarks.Faults;

/// <summary>What can befall a database file.</summary>
internal static class SqliteTrouble
{
    /// <summary>False when somebody else held it all the time.</summary>
    public static async Task<bool> LockAsync(StorageOptions storage, int milliseconds)
    {
        await using var connection = new SqliteConnection($"{storage.ConnectionString};Pooling=false;Default Timeout=5");
        await connection.OpenAsync();
        try
        {
            await using var transaction = connection.BeginTransaction(deferred: false);
            await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), TimeProvider.System);
            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    /// <summary>No file of the process may grow.</summary>
    public static Task FillDiskAsync(StorageOptions storage, int process)
    {
        var file = new SqliteConnectionStringBuilder(storage.ConnectionString).DataSource;
        return LimitAsync(process, $"{new[] { file, file + "-wal" }.Where(File.Exists).Max(name => new FileInfo(name).Length)}");
    }

    public static Task FreeDiskAsync(int process) => LimitAsync(process, "unlimited");

    private static async Task LimitAsync(int process, string size)
    {
        using var limit = Process.Start(new ProcessStartInfo("prlimit", [$"--pid={process}", $"--fsize={size}:"]) { RedirectStandardError = true })!;
        await limit.WaitForExitAsync();
    }
}
