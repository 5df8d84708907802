using System.Globalization;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Cli;

/// <summary>Hands chunks of mentions to the sandbox and waits until each of them is stored.</summary>
/// <param name="name">Names the source, so that a repeated replay is recognised and nothing is posted twice.</param>
internal sealed class ReplayFeed(Uri sandbox, string name, Database database, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);
    private readonly HttpClient http = new() { BaseAddress = sandbox, Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>How many of the chunk did not reach the store; nought unless something is broken.</summary>
    public async Task<int> FeedAsync(Account account, IReadOnlyList<string> lines, CancellationToken cancellationToken)
    {
        var query = $"sandbox/replay?account={account.Self.Handle}&holding=800&name={Uri.EscapeDataString(name)}";
        using var body = new StringContent(string.Join('\n', lines));
        using var response = await http.PostAsync(new Uri(query, UriKind.Relative), body, cancellationToken);
        response.EnsureSuccessStatusCode();
        var posted = (await response.Content.ReadAsStringAsync(cancellationToken))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t')[^1])
            .ToList();
        if (posted.Count < lines.Count)
            throw new BadInputException($"The sandbox took {posted.Count} of {lines.Count} lines. Is another EngageBot reading this account?");
        await WaitUntilReadAsync(account, posted.Max(Number), cancellationToken);
        return await MissingAsync(account, posted, cancellationToken);
    }

    public void Dispose() => http.Dispose();

    private async Task WaitUntilReadAsync(Account account, ulong newest, CancellationToken cancellationToken)
    {
        while (await BookmarkAsync(account, cancellationToken) < newest)
            await Task.Delay(Breath, clock, cancellationToken);
    }

    private async Task<ulong> BookmarkAsync(Account account, CancellationToken cancellationToken)
    {
        var bookmark = await database.ReadAsync(
            session => session.FirstOrDefaultAsync<string>("SELECT bookmark FROM account WHERE id = @Id", new { account.Id }),
            cancellationToken);
        return bookmark is null ? 0 : Number(bookmark);
    }

    private Task<int> MissingAsync(Account account, List<string> posted, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session =>
            {
                var missing = 0;
                foreach (var postId in posted)
                    missing += await session.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM mention WHERE account_id = @Id AND post_id = @postId", new { account.Id, postId }) == 1 ? 0 : 1;
                return missing;
            },
            cancellationToken);

    private static ulong Number(string id) => ulong.Parse(id, CultureInfo.InvariantCulture);
}
