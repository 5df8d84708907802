using EngageBot.Model;
using EngageBot.Networks;
using EngageBot.Networks.X.Tokens;
using Xunit;

namespace EngageBot.Tests.Networks;

public sealed class TokensTests
{
    private const string Renewed = """{"token_type":"bearer","expires_in":7200,"access_token":"access2","refresh_token":"refresh2","scope":"tweet.read"}""";

    [Theory]
    [ClassData(typeof(Transports))]
    public async Task A_refused_token_is_renewed_stored_and_the_reply_sent_once_more(string transport)
    {
        var store = new MemoryTokenStore();
        await using var bot = await StartAsync(transport, store);
        bot.Server.Answers(401, "");
        bot.Server.Answers(context =>
        {
            Assert.Equal(("refresh1", true), (store.Saved.Values.Single().RefreshToken, store.Saved.Values.Single().RenewingSince is not null));
            return context.Response.WriteAsync(Renewed);
        });
        bot.Server.Answers(201, """{"data":{"id":"7"}}""");

        Assert.Equal(new PostOutcome.Posted("7"), await ReplyAsync(bot));
        Assert.Equal(["Bearer access1", "", "Bearer access2"], bot.Server.Requests.Select(seen => seen.Authorization));
        Assert.Equal("grant_type=refresh_token&refresh_token=refresh1&client_id=client1", bot.Server.Requests.ElementAt(1).Body);
        Assert.Equal(new XTokens("access2", "refresh2"), store.Saved.Values.Single());
    }

    [Fact]
    public async Task A_confidential_client_shows_its_secret_in_the_header()
    {
        await using var bot = await StartAsync(settings: new() { ["X:OAuth2:ClientSecret"] = "secret1" });
        bot.Server.Answers(401, "");
        bot.Server.Answers(200, Renewed);
        bot.Server.Answers(201, """{"data":{"id":"7"}}""");

        await ReplyAsync(bot);

        Assert.Equal($"Basic {Convert.ToBase64String("client1:secret1"u8)}", bot.Server.Requests.ElementAt(1).Authorization);
        Assert.DoesNotContain("client_id", bot.Server.Requests.ElementAt(1).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callers_that_come_together_share_one_renewal()
    {
        await using var bot = await StartAsync();
        var all = new TaskCompletionSource();
        var refused = 0;
        for (var calls = 0; calls < 5; calls++)
        {
            bot.Server.Answers(async context =>
            {
                if (Interlocked.Increment(ref refused) == 5)
                    all.SetResult();
                await all.Task;
                context.Response.StatusCode = 401;
            });
        }

        bot.Server.Answers(200, Renewed);
        for (var calls = 0; calls < 5; calls++)
            bot.Server.Answers(200, """{"meta":{}}""");

        var pages = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => bot.Network.MentionsSinceAsync(XBot.Account, new MentionQuery("1"), default)));

        Assert.All(pages, page => Assert.IsType<ReadOutcome<MentionPage>.Read>(page));
        Assert.Single(bot.Server.Requests, seen => seen.Path == "/2/oauth2/token");
    }

    [Fact]
    public async Task Renewed_tokens_outlive_a_restart_and_newly_configured_ones_win()
    {
        var store = new MemoryTokenStore();
        await using (var bot = await StartAsync(store: store))
        {
            bot.Server.Answers(401, "");
            bot.Server.Answers(200, Renewed);
            bot.Server.Answers(201, """{"data":{"id":"7"}}""");
            await ReplyAsync(bot);
        }

        Assert.Equal("Bearer access2", await FirstAuthorizationAsync(store, "refresh1"));
        Assert.Equal("Bearer access1", await FirstAuthorizationAsync(store, "refresh9"));
    }

    [Fact]
    public async Task Tokens_that_cannot_be_kept_are_not_used()
    {
        var store = new MemoryTokenStore();
        await using var bot = await StartAsync(store: store);
        bot.Server.Answers(401, "");
        bot.Server.Answers(context =>
        {
            store.Trouble = new IOException("disk full");
            return context.Response.WriteAsync(Renewed);
        });
        var halted = Assert.IsType<PostOutcome.Halted>(await ReplyAsync(bot));

        store.Trouble = null;
        bot.Server.Answers(401, "");
        bot.Server.Answers(201, """{"data":{"id":"7"}}""");

        Assert.Contains("could not be kept (disk full)", halted.Reason, StringComparison.Ordinal);
        Assert.Equal(new PostOutcome.Posted("7"), await ReplyAsync(bot));
        Assert.Equal("refresh2", store.Saved.Values.Single().RefreshToken);
    }

    [Fact]
    public async Task Where_no_token_can_be_kept_none_is_spent()
    {
        var store = new MemoryTokenStore { Trouble = new IOException("disk full") };
        await using var bot = await StartAsync(store: store);
        bot.Server.Answers(401, "");

        Assert.Contains("could not be kept (disk full)", Assert.IsType<PostOutcome.Halted>(await ReplyAsync(bot)).Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Server.Requests, seen => seen.Path == "/2/oauth2/token");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    public async Task A_sign_in_lost_in_the_middle_of_its_renewal_is_told_as_that_and_not_before_another_process_had_its_time(int clockAheadMinutes)
    {
        var store = new MemoryTokenStore();
        await using (var bot = await StartAsync(store: store))
        {
            bot.Clock.Advance(TimeSpan.FromMinutes(clockAheadMinutes));
            bot.Server.Answers(401, "");
            bot.Server.Answers(context =>
            {
                context.Abort(); // X has renewed, and nobody hears of it
                return Task.CompletedTask;
            });
            Assert.IsType<PostOutcome.Unreachable>(await ReplyAsync(bot));
        }

        await using var again = await StartAsync(store: store);
        again.Server.Answers(401, "");
        again.Server.Answers(400, "{}");
        Assert.IsType<PostOutcome.Unreachable>(await ReplyAsync(again));
        again.Clock.Advance(TimeSpan.FromMinutes(2));
        again.Server.Answers(401, "");
        again.Server.Answers(400, "{}");
        Assert.Contains("Sign it in again", Assert.IsType<PostOutcome.Halted>(await ReplyAsync(again)).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, true)]
    [InlineData(401, true)]
    [InlineData(503, false)]
    [InlineData(429, false)]
    public async Task A_renewal_that_X_denies_needs_a_person_and_a_stumble_does_not(int status, bool needsPerson)
    {
        await using var bot = await StartAsync();
        bot.Server.Answers(401, "");
        bot.Server.Answers(status, """{"error":"invalid_request"}""");

        var outcome = await ReplyAsync(bot);

        Assert.Equal(needsPerson, outcome is PostOutcome.Halted);
        Assert.Equal(!needsPerson, outcome is PostOutcome.Unreachable);
    }

    [Fact]
    public async Task A_second_refusal_stands()
    {
        await using var bot = await StartAsync();
        bot.Server.Answers(401, "");
        bot.Server.Answers(200, Renewed);
        bot.Server.Answers(401, "");

        Assert.IsType<PostOutcome.Halted>(await ReplyAsync(bot));
    }

    private static async Task<string> FirstAuthorizationAsync(MemoryTokenStore store, string refreshToken)
    {
        await using var bot = await StartAsync(store: store, settings: new() { ["X:OAuth2:RefreshToken"] = refreshToken });
        bot.Server.Answers(201, """{"data":{"id":"7"}}""");
        await ReplyAsync(bot);
        return bot.Server.Requests.Single().Authorization;
    }

    private static Task<XBot> StartAsync(string transport = "HttpClient", MemoryTokenStore? store = null, Dictionary<string, string?>? settings = null)
    {
        var all = new Dictionary<string, string?>
        {
            ["X:OAuth2:ClientId"] = "client1",
            ["X:OAuth2:AccessToken"] = "access1",
            ["X:OAuth2:RefreshToken"] = "refresh1",
        };
        foreach (var (name, value) in settings ?? [])
            all[name] = value;
        return XBot.StartAsync(transport, all, store);
    }

    private static Task<PostOutcome> ReplyAsync(XBot bot) => bot.Network.ReplyAsync(XBot.Account, "2080", "Thank you!", default);
}
