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
        var mention = bot.Say("lena_k", "@HarbourTheatre how do you make it rain every night??");
        await bot.ApproveAsync(mention.IdText, "40 litres through a pipe Mo drilled himself. Did you stay dry?");
        await Until.TrueAsync(async () => await bot.StateAsync(mention.IdText) == "answered", "It was never answered.");
        Assert.Equal(["40 litres through a pipe Mo drilled himself. Did you stay dry?"], bot.PublicReplies(mention.IdText));

        var ours = bot.Sandbox.Square.After(0, 1_000).Single(post => post.InReplyTo == mention);
        var answer = bot.Sandbox.Square.Publish(new NewPost(mention.Author, "@HarbourTheatre only my left shoe") { InReplyTo = ours });
        await Until.TrueAsync(async () => await bot.CountAsync($"SELECT COUNT(*) FROM mention WHERE post_id = '{answer.IdText}'") == 1, "Their answer never came.");
        Assert.Equal(1, await bot.CountAsync("SELECT COUNT(*) FROM conversation"));
    }

    [Fact]
    public async Task Replies_whose_answers_are_lost_are_public_once_and_known_as_sent()
    {
        await using var bot = await RunningBot.StartAsync(Engine.Sqlite, Quiet);
        List<Post> mentions = [];
        foreach (var fault in (string[])["drop", "error-after", "malformed"])
        {
            await FaultAsync(bot, fault);
            var mention = bot.Say("lena_k", "@HarbourTheatre thank you!");
            mentions.Add(mention);
            await bot.ApproveAsync(mention.IdText, $"Thank you, Lena. This answer met {fault}");
            await Until.TrueAsync(() => Task.FromResult(bot.PublicReplies(mention.IdText).Count > 0), $"The reply that meets {fault} was never sent.");
        }
        foreach (var mention in mentions)
        {
            await Until.TrueAsync(async () => await bot.StateAsync(mention.IdText) == "answered", "It was never found on the timeline.");
            Assert.Single(bot.PublicReplies(mention.IdText));
        }
    }

    [Fact]
    public async Task Two_accounts_listen_and_answer_side_by_side()
    {
        await using var bot = await RunningBot.StartAsync(Engine.Sqlite, Quiet with { Accounts = ["HarbourTheatre", "HarbourBar"] });
        var theatre = bot.Say("lena_k", "@HarbourTheatre thank you!");
        var bar = bot.Say("tomw", "@HarbourBar thank you!");
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
        var mentions = Enumerable.Range(0, 20).Select(number => bot.Say($"f{number}", "@HarbourTheatre thank you!")).ToList();
        foreach (var (number, mention) in mentions.Index())
            await (number % 2 == 0 ? bot : other).ApproveAsync(mention.IdText, $"Thank you, number {number}");
        await Until.TrueAsync(async () => await bot.CountAsync("SELECT COUNT(*) FROM mention WHERE state = 'answered'") == 20, "Not all were answered.");
        Assert.All(mentions, mention => Assert.Single(bot.PublicReplies(mention.IdText)));
    }

    private static async Task FaultAsync(RunningBot bot, string kind)
    {
        using var http = new HttpClient();
        using var answer = await http.PostAsJsonAsync(new Uri(bot.Sandbox.BaseUri, "sandbox/faults"), new { route = "POST /2/tweets", kind, times = 1 });
        answer.EnsureSuccessStatusCode();
    }
}
