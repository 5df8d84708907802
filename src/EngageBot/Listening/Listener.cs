using EngageBot.Model;
using EngageBot.Networks;
using EngageBot.Storage;

namespace EngageBot.Listening;

/// <summary>Walks the pages of an account's mentions from its bookmark to the newest.</summary>
internal sealed partial class Listener(
    INetwork network, Bookmarks bookmarks, MentionIntake intake, TimeProvider clock, ILogger<Listener> logger)
{
    /// <summary>
    /// One look. The bookmark is raised with the last page only: pages come newest first, and a crash in between
    /// must not leave the older ones behind.
    /// </summary>
    public async Task<Look> LookAsync(Account account, CancellationToken cancellationToken)
    {
        var start = await bookmarks.NextAsync(account, cancellationToken);
        var oldest = start.SinceId is null ? start.Oldest : DateTimeOffset.MinValue;
        await using var store = new PageStore(intake, account, cancellationToken);
        string? newest = null;
        var asked = AskAsync(null);
        while (true)
        {
            var outcome = await asked;
            if (outcome is not ReadOutcome<MentionPage>.Read { Value: var page })
                return Look.StoppedBy(outcome, await store.FreshAsync());
            newest ??= page.NewestId;
            Walk.Reached("listening.page-read", newest);
            var isLast = page.NextPage is null || page.Posts.Any(post => post.PostedAt < oldest);
            var mayAsk = page.Budget is not { Remaining: 0 };
            if (!isLast && mayAsk)
                asked = AskAsync(page.NextPage); // the network works on the next page while this one is read and stored
            var mentions = page.Posts.Where(post => IsMention(post, account) && post.PostedAt >= oldest).ToList();
            await store.AddAsync(await intake.PrepareAsync(account, mentions, cancellationToken), isLast ? newest : null, isLast && start.IsOverlap);
            if (isLast)
            {
                if (await store.FreshAsync() is > 0 and var fresh)
                    LogHeard(fresh, account.Self.Handle);
                return new Look(await store.FreshAsync(), page.Budget);
            }
            if (mayAsk)
                continue;
            await store.FreshAsync();
            await WaitForBudgetAsync(page.Budget!, cancellationToken);
            asked = AskAsync(page.NextPage);
        }

        Task<ReadOutcome<MentionPage>> AskAsync(string? token) => network.MentionsSinceAsync(account, new MentionQuery(start.SinceId, token), cancellationToken);
    }

    /// <summary>A walk that began with little left goes on in the next window; asking on would only be refused.</summary>
    private Task WaitForBudgetAsync(RateBudget budget, CancellationToken cancellationToken) =>
        budget.ResetsAt - clock.GetUtcNow() is { Ticks: > 0 } wait ? Task.Delay(wait, clock, cancellationToken) : Task.CompletedTask;

    /// <summary>Our own posts come back as mentions of ourselves, and a pure repost says nothing to us.</summary>
    private static bool IsMention(Post post, Account account) => post.Author.UserId != account.Self.UserId && !post.IsRepost;

    [LoggerMessage(LogLevel.Information, "{Count} new mentions of @{Handle}")]
    private partial void LogHeard(int count, string handle);
}
