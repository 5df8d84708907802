using EngageBot.Listening;
using EngageBot.Model;
using EngageBot.Networks;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Listening;

public sealed class ListenerTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_mention_is_stored_once_however_often_it_is_delivered(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        line.Writes();
        await line.ListenAsync();
        await line.Database.WriteAsync(session => session.ExecuteAsync("UPDATE account SET bookmark = NULL"), CancellationToken.None);
        await line.ListenAsync();
        Assert.Equal(1, await line.CountAsync("SELECT COUNT(*) FROM mention"));
        Assert.True((await line.ReceiptAsync()).Balanced);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task All_pages_are_walked_and_nothing_is_left_behind_when_the_walk_breaks_off(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        await line.WaitingAsync();
        line.Network.PageSize = 10;
        for (var number = 0; number < 35; number++)
            line.Writes($"@HarbourTheatre hello number {number}", author: $"f{number}");
        await WalkBreaksOffAfterOnePageAsync(line);
        Assert.Equal(11, await line.CountAsync("SELECT COUNT(*) FROM mention"));

        await line.ListenAsync();
        Assert.Equal(36, await line.CountAsync("SELECT COUNT(*) FROM mention"));
        Assert.Equal(36, (await line.ReceiptAsync()).Seen);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Only_what_is_new_is_read_from_the_network(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        await line.WaitingAsync();
        line.Writes(author: "tomw");
        Assert.Equal(1, (await line.ListenAsync()).Fresh);
        Assert.Equal(0, (await line.ListenAsync()).Fresh);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_mention_that_the_network_shows_late_is_found_by_the_overlap(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        await line.WaitingAsync(author: "early");
        line.Clock.Advance(TimeSpan.FromMinutes(20));
        var late = line.Writes(author: "late");
        line.Network.Mentions.Remove(late);
        await line.WaitingAsync(author: "newest");
        line.Network.Mentions.Add(late);

        await line.ListenAsync();
        Assert.Equal(0, await line.CountAsync($"SELECT COUNT(*) FROM mention WHERE post_id = '{late.Id}'"));
        line.Clock.Advance(TimeSpan.FromMinutes(11));
        await line.ListenAsync();
        Assert.Equal(1, await line.CountAsync($"SELECT COUNT(*) FROM mention WHERE post_id = '{late.Id}'"));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Our_own_posts_and_pure_reposts_are_no_mentions(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var repost = line.Writes();
        line.Network.Mentions[0] = repost with { IsRepost = true };
        line.Network.Mentions.Add(repost with { Id = "101", Author = ScriptedNetwork.Self, Text = "@lena_k @HarbourTheatre thanks" });
        Assert.Equal(0, (await line.ListenAsync()).Fresh);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task The_first_reading_of_an_account_goes_back_a_few_days_only(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        line.Writes(author: "long_ago");
        line.Clock.Advance(TimeSpan.FromDays(10));
        line.Writes(author: "just_now");
        Assert.Equal(1, (await line.ListenAsync()).Fresh);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_follower_who_says_stop_gets_no_draft_and_no_reply_ever(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var before = await line.WaitingAsync(thread: "t1");
        await line.ApproveAsync(before);
        var stop = await line.WaitingAsync("@HarbourTheatre stop replying to me", thread: "t2");
        line.Clock.Advance(TimeSpan.FromMinutes(1));
        var later = await line.WaitingAsync("@HarbourTheatre what time does the bar open?", thread: "t3");
        await line.PostAsync();
        Assert.Empty(line.Network.OwnPosts);
        foreach (var mention in new[] { before, stop, later })
            Assert.Equal(MentionState.Withdrawn, await line.StateAsync(mention));
        Assert.Empty(later.Draft.Wordings);
        Assert.True((await line.ReceiptAsync()).Balanced);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_deleted_mention_is_withdrawn_and_forgotten_within_a_day(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var kept = await line.WaitingAsync(author: "tomw");
        var gone = await line.WaitingAsync("@HarbourTheatre something I regret");
        line.Network.Deleted.Add(gone.Mention.Post.Id);
        line.Clock.Advance(TimeSpan.FromHours(21));
        await line.Get<Rechecks>().LookAsync(line.Account, CancellationToken.None);
        Assert.Equal((MentionState.Withdrawn, MentionState.Waiting), (await line.StateAsync(gone), await line.StateAsync(kept)));
        Assert.Equal(0, await line.CountAsync("SELECT COUNT(*) FROM mention WHERE text LIKE '%regret%'"));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Hostile_text_is_stored_as_plain_text(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var text = "@HarbourTheatre <script>alert(1)</script> {{ 7 | times: 6 }} \u202Eevil\u202C \u200B" + string.Concat(Enumerable.Repeat("long ", 2_000));
        var seen = await line.WaitingAsync(text);
        Assert.Equal(text, seen.Mention.Post.Text);
        Assert.DoesNotContain(seen.Draft.Wordings, wording => wording.Text.Contains("42", StringComparison.Ordinal) || wording.Text.Contains('<', StringComparison.Ordinal));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Alike_thanks_that_wait_together_are_offered_different_words(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        for (var number = 0; number < 8; number++)
            line.Writes("@HarbourTheatre thank you!", author: $"friend{number}");
        await line.ListenAsync();
        Assert.Equal(8, await line.CountAsync("SELECT COUNT(DISTINCT text) FROM wording WHERE place = 0"));
    }

    [Fact]
    public async Task A_reading_that_the_network_refuses_is_told_and_costs_nothing()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        line.Writes();
        line.Network.ReadAnswers.Enqueue(new ReadOutcome<MentionPage>.Halted("The keys are wrong."));
        Assert.Equal("The keys are wrong.", (await line.ListenAsync()).Problem);
        Assert.Equal(1, (await line.ListenAsync()).Fresh);
    }

    [Fact]
    public async Task A_walk_whose_budget_is_used_up_goes_on_when_the_window_starts_anew()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var first = line.Writes(author: "tomw");
        var second = line.Writes(author: "lena_k");
        line.Network.ReadAnswers.Enqueue(new ReadOutcome<MentionPage>.Read(
            new MentionPage([second], second.Id, "older", new RateBudget(300, 0, line.Clock.GetUtcNow().AddMinutes(10)))));
        line.Network.ReadAnswers.Enqueue(new ReadOutcome<MentionPage>.Read(new MentionPage([first], first.Id, null, null)));
        var walk = line.ListenAsync();
        await Until.TrueAsync(async () => await line.CountAsync("SELECT COUNT(*) FROM mention") == 1, "The first page was never stored.");
        Assert.Equal(1, line.Network.MentionReads);
        await Until.TrueAsync(() => Task.FromResult(Advanced(line, walk)), "The walk never went on.");
        Assert.Equal((2, 2), ((await walk).Fresh, line.Network.MentionReads));
    }

    [Fact]
    public async Task Of_two_replicas_one_listens_until_it_dies()
    {
        await using var line = await TestLine.StartAsync(Engine.PostgreSql);
        var first = line.Get<Bookmarks>();
        var second = new Bookmarks(line.Database, line.Clock, line.Get<Microsoft.Extensions.Options.IOptions<ListeningOptions>>());
        Assert.True(await first.ClaimAsync(line.Account, CancellationToken.None));
        Assert.False(await second.ClaimAsync(line.Account, CancellationToken.None));
        line.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.True(await second.ClaimAsync(line.Account, CancellationToken.None));
    }

    private static bool Advanced(TestLine line, Task walk)
    {
        line.Clock.Advance(TimeSpan.FromMinutes(1));
        return walk.IsCompleted;
    }

    private static async Task WalkBreaksOffAfterOnePageAsync(TestLine line)
    {
        var page = await line.Network.MentionsSinceAsync(line.Account, new MentionQuery("100"), CancellationToken.None);
        line.Network.ReadAnswers.Enqueue(page);
        line.Network.ReadAnswers.Enqueue(new ReadOutcome<MentionPage>.Failed("connection reset"));
        await line.ListenAsync();
    }
}
