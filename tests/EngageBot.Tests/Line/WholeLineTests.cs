using EngageBot.Sandbox.Hosting;
using EngageBot.Sandbox.Square;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Line;

/// <summary>From a follower's post to the public reply, through the real program.</summary>
public sealed class WholeLineTests
{
    private static readonly SandboxOptions Quiet = new() { HasFollowers = false, RateLimits = false };

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_mention_comes_in_a_person_says_yes_a_reply_goes_out_and_the_talk_goes_on(Engine engine)
    {
        await using var bot = await RunningBot.StartAsync(engine, Quiet);
        var mention = Say(bot, "lena_k", "@HarbourTheatre how do you make it rain every night??");
        await bot.ApproveAsync(mention.IdText, "40 litres through a pipe Mo drilled himself. Did you stay dry?");
        await Until.TrueAsync(async () => await bot.StateAsync(mention.IdText) == "answered", "It was never answered.");
        Assert.Equal(["40 litres through a pipe Mo drilled himself. Did you stay dry?"], bot.PublicReplies(mention.IdText));

        var ours = bot.Sandbox.Square.After(0, 1_000).Single(post => post.InReplyTo == mention);
        var answer = bot.Sandbox.Square.Publish(new NewPost(mention.Author, "@HarbourTheatre only my left shoe") { InReplyTo = ours });
        await Until.TrueAsync(async () => await bot.CountAsync($"SELECT COUNT(*) FROM mention WHERE post_id = '{answer.IdText}'") == 1, "Their answer never came.");
        Assert.Equal(1, await bot.CountAsync("SELECT COUNT(*) FROM conversation"));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Killed_again_and_again_while_mentions_pour_in_it_loses_none_and_stores_none_twice(Engine engine)
    {
        await using var bot = await RunningBot.StartAsync(engine, Quiet);
        for (var wave = 0; wave < 4; wave++)
        {
            for (var number = 0; number < 150; number++)
                Say(bot, $"f{wave}_{number}", $"@HarbourTheatre wave {wave}, hello number {number}");
            await Until.TrueAsync(async () => await bot.CountAsync("SELECT COUNT(*) FROM mention") > wave * 150, "Nothing came in.");
            await bot.KillAsync();
            await bot.StartAsync();
        }
        await Until.TrueAsync(async () => await bot.CountAsync("SELECT COUNT(*) FROM mention") >= 600, "Some were lost.");
        Assert.Equal(600, await bot.CountAsync("SELECT COUNT(DISTINCT post_id) FROM mention"));
        var receipt = await bot.GetAsync("/api/v1/receipt");
        Assert.Equal((600, true), ((int)receipt["seen"]!, (bool)receipt["balanced"]!));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Killed_in_the_undo_window_it_posts_once_after_the_restart(Engine engine)
    {
        await using var bot = await RunningBot.StartAsync(engine, Quiet, "--Approving:UndoSeconds=3");
        var mention = Say(bot, "lena_k", "@HarbourTheatre thank you!");
        await bot.ApproveAsync(mention.IdText, "Thank you, Lena");
        await bot.KillAsync();
        Assert.Empty(bot.PublicReplies(mention.IdText));
        await bot.StartAsync();
        await Until.TrueAsync(async () => await bot.StateAsync(mention.IdText) == "answered", "It was never answered.");
        Assert.Single(bot.PublicReplies(mention.IdText));
    }

    [Theory]
    [InlineData("drop")]
    [InlineData("error-after")]
    [InlineData("malformed")]
    public async Task A_reply_whose_answer_is_lost_is_public_once_and_known_as_sent(string fault)
    {
        await using var bot = await RunningBot.StartAsync(Engine.Sqlite, Quiet);
        await FaultAsync(bot, fault);
        var mention = Say(bot, "lena_k", "@HarbourTheatre thank you!");
        await bot.ApproveAsync(mention.IdText, "Thank you, Lena");
        await Until.TrueAsync(async () => await bot.StateAsync(mention.IdText) == "answered", "It was never found on the timeline.");
        Assert.Single(bot.PublicReplies(mention.IdText));
    }

    [Fact]
    public async Task Two_accounts_listen_and_answer_side_by_side()
    {
        await using var bot = await RunningBot.StartAsync(Engine.Sqlite, Quiet with { Accounts = ["HarbourTheatre", "HarbourBar"] });
        var theatre = Say(bot, "lena_k", "@HarbourTheatre thank you!");
        var bar = Say(bot, "tomw", "@HarbourBar thank you!");
        await bot.ApproveAsync(theatre.IdText, "Thank you, Lena");
        await bot.ApproveAsync(bar.IdText, "Cheers, Tom");
        await Until.TrueAsync(async () => await bot.StateAsync(theatre.IdText) == "answered" && await bot.StateAsync(bar.IdText) == "answered", "One was never answered.");
        Assert.Equal("HarbourBar", bot.Sandbox.Square.After(0, 1_000).Single(post => post.InReplyTo == bar).Author.Handle);
    }

    [Fact]
    public async Task Two_replicas_on_one_PostgreSQL_post_each_reply_once()
    {
        await using var bot = await RunningBot.StartAsync(Engine.PostgreSql, Quiet);
        await using var other = await bot.ReplicaAsync();
        var mentions = Enumerable.Range(0, 20).Select(number => Say(bot, $"f{number}", "@HarbourTheatre thank you!")).ToList();
        foreach (var (number, mention) in mentions.Index())
            await (number % 2 == 0 ? bot : other).ApproveAsync(mention.IdText, $"Thank you, number {number}");
        await Until.TrueAsync(async () => await bot.CountAsync("SELECT COUNT(*) FROM mention WHERE state = 'answered'") == 20, "Not all were answered.");
        Assert.All(mentions, mention => Assert.Single(bot.PublicReplies(mention.IdText)));
    }

    private static Post Say(RunningBot bot, string handle, string text) =>
        bot.Sandbox.Square.Publish(new NewPost(bot.Sandbox.Square.Enrol(handle, handle), text));

    private static async Task FaultAsync(RunningBot bot, string kind)
    {
        using var http = new HttpClient();
        using var answer = await http.PostAsJsonAsync(new Uri(bot.Sandbox.BaseUri, "sandbox/faults"), new { route = "POST /2/tweets", kind, times = 1 });
        answer.EnsureSuccessStatusCode();
    }
}
