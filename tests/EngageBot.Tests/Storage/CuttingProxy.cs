using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace EngageBot.Tests.Storage;

/// <summary>Stands between the program and its PostgreSQL, and cuts the connection in the middle of a commit when told to.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly NpgsqlConnectionStringBuilder server;
    private int commitsLeft;
    private bool reachesTheServer;

    public CuttingProxy(string connectionString)
    {
        server = new NpgsqlConnectionStringBuilder(connectionString);
        listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>The same database, by way of the proxy.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder(server.ToString()) { Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port }.ToString();

    /// <summary>Cuts at one of the next commits: before it reaches the server, or when the server has done it and its answer is on the way.</summary>
    public void CutAtCommit(int which, bool isDone) => (commitsLeft, reachesTheServer) = (which, isDone);

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = CarryAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception end) when (end is ObjectDisposedException or SocketException)
        {
            // nobody needs it any more
        }
    }

    private async Task CarryAsync(TcpClient program)
    {
        using var database = new TcpClient();
        using var _ = program;
        await database.ConnectAsync(IPAddress.Loopback, server.Port);
        var (up, down) = (program.GetStream(), database.GetStream());
        var isCut = false;
        var answers = PumpAsync(down, up, _ => !Volatile.Read(ref isCut));
        var requests = PumpAsync(up, down, sent =>
        {
            if (sent.IndexOf("COMMIT\0"u8) < 0 || Interlocked.Decrement(ref commitsLeft) != 0)
                return true;
            Volatile.Write(ref isCut, true);
            return reachesTheServer;
        });
        await Task.WhenAny(answers, requests);
    }

    /// <summary>Until either side hangs up, or what came is not to be passed on.</summary>
    private static async Task PumpAsync(NetworkStream from, NetworkStream to, Passing mayPass)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReadAsync(buffer) is > 0 and var length && mayPass(buffer.AsSpan(0, length)))
                await to.WriteAsync(buffer.AsMemory(0, length));
        }
        catch (Exception end) when (end is IOException or ObjectDisposedException)
        {
            // the other side was cut
        }
    }

    private delegate bool Passing(ReadOnlySpan<byte> sent);
}
