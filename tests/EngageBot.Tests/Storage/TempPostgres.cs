using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace EngageBot.Tests.Storage;

/// <summary>A private PostgreSQL server for one test run, in a temporary folder on a free loopback port, gone when the process ends.</summary>
internal sealed class TempPostgres
{
    private static readonly Lazy<TempPostgres> Running = new(() => new TempPostgres(), LazyThreadSafetyMode.ExecutionAndPublication);
    private readonly string folder = Directory.CreateTempSubdirectory("engagebot-pg-").FullName;
    private readonly string binaries = FindBinaries();
    private readonly int port = FreePort();
    private readonly Process server;
    private int databases;

    private TempPostgres()
    {
        if (IsRoot)
            Run("chown", ["postgres", folder]);
        Run(Path.Combine(binaries, "initdb"), ["-D", Path.Combine(folder, "data"), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"]);
        server = Start();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();
        WaitUntilReady();
    }

    public static TempPostgres Instance => Running.Value;

    private static bool IsRoot => Environment.UserName == "root";

    /// <summary>A connection string to a new, empty database.</summary>
    public string NewDatabase()
    {
        var name = $"test_{Interlocked.Increment(ref databases)}";
        using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        command.ExecuteNonQuery();
        return ConnectionString(name);
    }

    /// <summary>A dump of a database by <c>pg_dump</c>, as the readme says.</summary>
    public string Dump(string connectionString)
    {
        var file = Path.Combine(folder, $"dump-{Interlocked.Increment(ref databases)}");
        Run(Path.Combine(binaries, "pg_dump"), ["--format=custom", "--file", file, "-h", "127.0.0.1", "-p", $"{port}", "-U", "postgres", NameIn(connectionString)]);
        return file;
    }

    /// <summary>A connection string to a new database that <c>pg_restore</c> made of a dump.</summary>
    public string Restore(string dump)
    {
        var place = NewDatabase();
        Run(Path.Combine(binaries, "pg_restore"), ["--exit-on-error", "-h", "127.0.0.1", "-p", $"{port}", "-U", "postgres", "-d", NameIn(place), dump]);
        return place;
    }

    private static string NameIn(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Database!;

    private string ConnectionString(string database) => $"Host=127.0.0.1;Port={port};Username=postgres;Database={database}";

    private Process Start()
    {
        var process = Process.Start(AsPostgres(
            Path.Combine(binaries, "postgres"),
            ["-D", Path.Combine(folder, "data"), "-p", $"{port}", "-k", folder, "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off",
             "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "max_connections=300"]))!;
        process.BeginErrorReadLine(); // an undrained pipe would block the server
        process.BeginOutputReadLine();
        return process;
    }

    private void WaitUntilReady()
    {
        var deadline = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false;Timeout=2");
                connection.Open();
                return;
            }
            catch (NpgsqlException) when (deadline.Elapsed < TimeSpan.FromSeconds(60) && !server.HasExited)
            {
                server.WaitForExit(100);
            }
        }
    }

    private void Stop()
    {
        Run(Path.Combine(binaries, "pg_ctl"), ["-D", Path.Combine(folder, "data"), "-m", "immediate", "-s", "stop"]);
        Directory.Delete(folder, recursive: true);
    }

    private static void Run(string program, string[] arguments)
    {
        using var process = Process.Start(program == "chown" ? Plain(program, arguments) : AsPostgres(program, arguments))!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors}");
    }

    /// <summary>The server refuses to run as root.</summary>
    private static ProcessStartInfo AsPostgres(string program, string[] arguments) =>
        IsRoot ? Plain("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. arguments]) : Plain(program, arguments);

    private static ProcessStartInfo Plain(string program, string[] arguments) =>
        new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };

    private static string FindBinaries() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order().LastOrDefault()
                ?? throw Missing()
            : throw Missing();

    private static InvalidOperationException Missing() => new("PostgreSQL is not installed; tests/run installs it (apt-get install postgresql).");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
