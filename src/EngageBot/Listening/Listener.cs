using EngageBot.Model;
using EngageBot.Networks;
using EngageBot.Storage;

namespace EngageBot.Listening;

/// <summary>Walks the pages of an account's mentions from its bookmark to the newest.</summary>
internal sealed partial class Listener(INetwork network, Bookmarks bookmarks, MentionIntake intake, Gaps gaps, TimeProvider clock, ILogger<Listener> logger)
{
    /// <summary>
    /// One look. The bookmark is raised with the last page only: pages come newest first, and a crash in between
    /// must not leave the older ones behind.
    /// </summary>
    public async Task<Look> LookAsync(Account account, CancellationToken cancellationToken)
    {
        var start = await bookmarks.NextAsync(account, cancellationToken);
        var oldest = start.SinceId is null ? start.Oldest : DateTimeOffset.MinValue;
        var way = new Descent(start, network.MentionsDepth);
        await using var store = new PageStore(intake, account, cancellationToken);
        var asked = network.MentionsSinceAsync(account, way.First, cancellationToken);
        while (true)
        {
            var outcome = await asked;
            if (outcome is ReadOutcome<MentionPage>.Halted(var why, _) && way.IsBelowTheTimeline)
                return await LeaveBehindAsync(account, start, way, store, why, cancellationToken);
            if (outcome is not ReadOutcome<MentionPage>.Read { Value: var page })
                return Look.StoppedBy(outcome, await store.FreshAsync());
            var next = way.After(page);
            Walk.Reached("listening.page-read", way.Newest);
            var mayAsk = page.Budget is not { Remaining: 0 };
            if (next is not null && mayAsk)
                asked = network.MentionsSinceAsync(account, next, cancellationToken); // the network works on the next page while this one is read and stored
            var mentions = page.Posts.Where(post => IsMention(post, account) && post.PostedAt >= oldest).ToList();
            await store.AddAsync(await intake.PrepareAsync(account, mentions, cancellationToken), next is null ? way.Newest : null, next is null ? start.OverlapAt : null);
            if (next is null)
                return await EndAsync(account, store, page.Budget);
            if (mayAsk)
                continue;
            await store.FreshAsync();
            await WaitForBudgetAsync(page.Budget!, cancellationToken);
            asked = network.MentionsSinceAsync(account, next, cancellationToken);
        }
    }

    private async Task<Look> EndAsync(Account account, PageStore store, RateBudget? budget)
    {
        if (await store.FreshAsync() is > 0 and var fresh)
            LogHeard(fresh, account.Self.Handle);
        return new Look(await store.FreshAsync(), budget);
    }

    /// <summary>The search refuses for good: reading goes on above the gap, and the desk tells of it where there is one.</summary>
    private async Task<Look> LeaveBehindAsync(Account account, StartingPoint start, Descent way, PageStore store, string why, CancellationToken cancellationToken)
    {
        if (way.HasMissed)
            await gaps.NoteAsync(account, start.ReadAt, way.Bottom, why, cancellationToken);
        await store.AddAsync(new PreparedPage([]), way.Newest, start.OverlapAt);
        return await EndAsync(account, store, null);
    }

    /// <summary>A walk that began with little left goes on in the next window; asking on would only be refused.</summary>
    private Task WaitForBudgetAsync(RateBudget budget, CancellationToken cancellationToken) =>
        budget.ResetsAt - clock.GetUtcNow() is { Ticks: > 0 } wait ? Task.Delay(wait, clock, cancellationToken) : Task.CompletedTask;

    /// <summary>Our own posts come back as mentions of ourselves, and a pure repost says nothing to us.</summary>
    private static bool IsMention(Post post, Account account) => post.Author.UserId != account.Self.UserId && !post.IsRepost;

    [LoggerMessage(LogLevel.Information, "{Count} new mentions of @{Handle}")]
    private partial void LogHeard(int count, string handle);
}
