namespace EngageBot.Storage;

/// <summary>A lock beside a SQLite file that says a program runs on it; the system takes it away with the process, however that ends.</summary>
internal static class RunningMark
{
    /// <summary>Held as long as the program runs; null on a server, whose programs may come and go.</summary>
    public static IDisposable? Share(StorageOptions options) =>
        options.IsSqlite ? new FileStream(NameOf(options), FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read) : null;

    /// <summary>Keeps every program out; null while one runs.</summary>
    public static IDisposable? TakeAlone(StorageOptions options)
    {
        try
        {
            return new FileStream(NameOf(options), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string NameOf(StorageOptions options) => Backups.FileOf(options) + ".running";
}
