using EngageBot.Networks;
using EngageBot.Storage;

namespace EngageBot.Reporting;

/// <summary>Asks the network once more for the mentions of some days and names those that we do not hold.</summary>
internal sealed class HeldMentions(INetwork network, Database database)
{
    // What was posted a moment ago may still be on its way to us.
    private static readonly TimeSpan Arrival = TimeSpan.FromMinutes(2);

    // Every post read may be billed, and the listener needs the window more than we do.
    private const int MostPages = 5;
    private const int LeftForListening = 20;

    public async Task<Comparison> OfAsync(AccountStanding standing, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        // without a mention before these days, or before the first reading, there is no place to read from
        if (standing.Bookmark is null || await LastBeforeAsync(standing, from, cancellationToken) is not { } since)
            return new Comparison(0, 0, []);
        var (end, shown, missing) = (until - Arrival, 0, new List<Difference>());
        var query = new MentionQuery(since);
        for (var pages = 0; pages < MostPages; pages++)
        {
            var outcome = await network.MentionsSinceAsync(standing.Account, query, cancellationToken);
            if (outcome is not ReadOutcome<MentionPage>.Read { Value: var page })
                return new Comparison(0, 0, missing, outcome.Why(), shown);
            foreach (var post in page.Posts.Where(post => !post.IsRepost && post.Author.UserId != standing.Account.Self.UserId && post.PostedAt >= from && post.PostedAt < end))
            {
                shown++;
                if (!await IsHeldAsync(standing, post.Id, cancellationToken))
                    missing.Add(new Difference(post.Id, DifferenceKind.NotHeld));
            }
            if (page.NextPage is null || page.Budget is { Remaining: < LeftForListening })
                break;
            query = query with { PageToken = page.NextPage };
        }
        return new Comparison(0, 0, missing, null, shown);
    }

    private Task<string?> LastBeforeAsync(AccountStanding standing, DateTimeOffset from, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.FirstOrDefaultAsync<string>(
                "SELECT post_id FROM mention WHERE account_id = @Id AND posted_at < @from ORDER BY posted_at DESC LIMIT 1",
                new { standing.Account.Id, from = from.ToUnixTimeMilliseconds() }),
            cancellationToken);

    private async Task<bool> IsHeldAsync(AccountStanding standing, string postId, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            session => session.FirstOrDefaultAsync<string>("SELECT id FROM mention WHERE account_id = @Id AND post_id = @postId", new { standing.Account.Id, postId }), cancellationToken) is not null;
}
