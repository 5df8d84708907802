using EngageBot.Networks;
using EngageBot.Networks.X.Tokens;
using EngageBot.Networks.X.Transport;
using Xunit;

namespace EngageBot.Tests.Networks;

public sealed class SecretsTests
{
    private static readonly string[] Secrets =
    [
        XBot.Keys.ConsumerKey, XBot.Keys.ConsumerSecret, XBot.Keys.AccessToken, XBot.Keys.AccessTokenSecret, "oauth_signature", "TOPSECRET", "Bearer ",
    ];

    [Theory]
    [ClassData(typeof(Transports))]
    public async Task No_key_is_ever_logged(string transport)
    {
        await using var bot = await XBot.StartAsync(transport);
        foreach (var refusal in Refusals.OfThisReply.Concat(Refusals.Unclear))
        {
            bot.Server.Answers(refusal.Status, refusal.Body, refusal.Headers);
            await bot.Network.ReplyAsync(XBot.Account, "2080", "Thank you!", default);
        }

        bot.Server.HangsUp();
        await bot.Network.ReplyAsync(XBot.Account, "2080", "Thank you!", default);
        bot.Server.Answers(401, "");
        await bot.Network.MentionsSinceAsync(XBot.Account, new MentionQuery("1"), default);

        AssertNoSecret(bot);
        Assert.Contains(bot.Logs.GetSnapshot(), log => log.Level == LogLevel.Debug && log.Message.Contains("/2/tweets", StringComparison.Ordinal));
    }

    [Theory]
    [ClassData(typeof(Transports))]
    public async Task No_token_is_ever_logged(string transport)
    {
        await using var bot = await XBot.StartAsync(transport, new()
        {
            ["X:OAuth2:ClientId"] = "client1",
            ["X:OAuth2:ClientSecret"] = "TOPSECRETclient",
            ["X:OAuth2:AccessToken"] = "TOPSECRETaccess",
            ["X:OAuth2:RefreshToken"] = "TOPSECRETrefresh",
        });
        bot.Server.Answers(401, "");
        bot.Server.Answers(200, """{"access_token":"TOPSECRETaccess2","refresh_token":"TOPSECRETrefresh2"}""");
        bot.Server.Answers(200, """{"meta":{}}""");
        await bot.Network.MentionsSinceAsync(XBot.Account, new MentionQuery("1"), default);

        AssertNoSecret(bot);
    }

    [Theory]
    [ClassData(typeof(Transports))]
    public async Task No_exception_carries_a_key(string transport)
    {
        await using var bot = await XBot.StartAsync(transport);
        bot.Server.HangsUp();

        var trouble = await Assert.ThrowsAsync<XTransportException>(() => bot.Transport.SendAsync(new(HttpMethod.Get, "/2/users/me", []), XBot.Keys, default));

        Assert.DoesNotContain(Secrets, secret => trouble.ToString().Contains(secret, StringComparison.Ordinal));
        Assert.Null(trouble.InnerException);
        Assert.Empty(trouble.Data);
    }

    [Fact]
    public void What_holds_keys_does_not_print_them()
    {
        object[] holders =
        [
            XBot.Keys, new XCredentials.Bearer("TOPSECRET"), new XTokens("TOPSECRET", "TOPSECRET"),
            new XResponse(200, new Dictionary<string, string> { ["set-cookie"] = "TOPSECRET" }, "TOPSECRET"), new Renewal.Fresh(XBot.Keys),
        ];

        Assert.All(holders, holder => Assert.DoesNotContain(Secrets, secret => $"{holder}".Contains(secret, StringComparison.Ordinal)));
    }

    private static void AssertNoSecret(XBot bot)
    {
        var everything = bot.Logs.GetSnapshot(clear: false).Select(log =>
            string.Join('\n', [log.Message, log.Exception?.ToString(), .. (log.StructuredState ?? []).Select(pair => pair.Value), .. log.Scopes.Select(scope => $"{scope}")])).ToList();
        Assert.NotEmpty(everything);
        Assert.All(everything, text => Assert.DoesNotContain(Secrets, secret => text.Contains(secret, StringComparison.Ordinal)));
    }
}
