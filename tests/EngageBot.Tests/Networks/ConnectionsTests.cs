using System.Net;
using System.Net.Sockets;
using EngageBot.Model;
using EngageBot.Networks;
using Xunit;

namespace EngageBot.Tests.Networks;

public sealed class ConnectionsTests
{
    private const string EmptyPage = """{"meta":{"result_count":0}}""";

    public static TheoryData<string, int> Troubles => Transports.With([500, 502, 503, 504]);

    [Theory]
    [ClassData(typeof(Transports))]
    public async Task A_reply_whose_connection_broke_may_be_public(string transport)
    {
        await using var bot = await XBot.StartAsync(transport);
        bot.Server.HangsUp();

        Assert.IsType<PostOutcome.Unclear>(await ReplyAsync(bot));
        Assert.Single(bot.Server.Requests);
    }

    [Theory]
    [ClassData(typeof(Transports))]
    public async Task A_reply_that_X_is_silent_about_may_be_public(string transport)
    {
        await using var bot = await XBot.StartAsync(transport, new() { ["X:TimeoutSeconds"] = "20" });
        var arrived = bot.Server.StaysSilent();

        var reply = ReplyAsync(bot);
        await arrived;
        bot.Clock.Advance(TimeSpan.FromSeconds(21));

        Assert.Equal("X did not answer within 20 s. The reply may be public.", Assert.IsType<PostOutcome.Unclear>(await reply).Reason);
    }

    [Theory]
    [ClassData(typeof(Transports))]
    public async Task A_reply_interrupted_on_its_way_may_be_public(string transport)
    {
        await using var bot = await XBot.StartAsync(transport);
        using var stopping = new CancellationTokenSource();
        var arrived = bot.Server.StaysSilent();

        var reply = bot.Network.ReplyAsync(XBot.Account, "2080", "Thank you!", stopping.Token);
        await arrived;
        await stopping.CancelAsync();

        Assert.IsType<PostOutcome.Unclear>(await reply);
    }

    [Theory]
    [ClassData(typeof(Transports))]
    public async Task A_reply_cancelled_beforehand_never_leaves(string transport)
    {
        await using var bot = await XBot.StartAsync(transport);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bot.Network.ReplyAsync(XBot.Account, "2080", "Thank you!", new CancellationToken(true)));

        Assert.Empty(bot.Server.Requests);
    }

    [Theory]
    [ClassData(typeof(Transports))]
    public async Task A_reply_that_found_nobody_listening_was_not_posted(string transport)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var bot = await XBot.StartAsync(transport, new() { ["X:BaseUrl"] = $"http://127.0.0.1:{port}" }, knowsItself: false);

        var outcome = await bot.PatientlyAsync(bot.Network.ReplyAsync(XBot.Account, "2080", "Thank you!", default));
        var trouble = await Assert.ThrowsAsync<EngageBot.Networks.X.Transport.XTransportException>(
            () => bot.Transport.SendAsync(new(HttpMethod.Post, "/2/tweets", [], "{}"), XBot.Keys, default));

        Assert.IsType<PostOutcome.Unreachable>(outcome);
        Assert.False(trouble.MayHaveArrived);
        Assert.Null(trouble.InnerException);
    }

    [Theory]
    [ClassData(typeof(Transports))]
    public async Task A_name_that_nobody_has_is_unreachable(string transport)
    {
        await using var bot = await XBot.StartAsync(transport, new() { ["X:BaseUrl"] = "https://nobody.invalid" }, knowsItself: false);

        var trouble = await Assert.ThrowsAsync<EngageBot.Networks.X.Transport.XTransportException>(
            () => bot.Transport.SendAsync(new(HttpMethod.Get, "/2/users/me", []), XBot.Keys, default));

        Assert.False(trouble.MayHaveArrived);
    }

    [Theory]
    [ClassData(typeof(Transports))]
    public async Task A_status_counts_although_its_body_breaks_off(string transport)
    {
        await using var bot = await XBot.StartAsync(transport);
        bot.Server.BreaksOff(403, """{"title":"Forb""");
        bot.Server.BreaksOff(201, """{"data":{"id":"2090","te""");

        Assert.IsType<PostOutcome.Refused>(await ReplyAsync(bot));
        Assert.IsType<PostOutcome.Unclear>(await ReplyAsync(bot));
    }

    [Theory]
    [ClassData(typeof(Transports))]
    public async Task A_body_without_end_is_cut(string transport)
    {
        await using var bot = await XBot.StartAsync(transport);
        for (var attempts = 0; attempts < 4; attempts++)
            bot.Server.Answers(200, "{\"data\":[],\"x\":\"" + new string('x', 5_000_000) + "\"}");

        Assert.IsType<ReadOutcome<MentionPage>.Failed>(await bot.PatientlyAsync(ReadAsync(bot)));
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task A_read_is_tried_again_and_signed_anew(string transport, int status)
    {
        await using var bot = await XBot.StartAsync(transport);
        bot.Server.Answers(status, "");
        bot.Server.HangsUp();
        bot.Server.Answers(200, "<html></html>");
        bot.Server.Answers(200, EmptyPage);

        Assert.IsType<ReadOutcome<MentionPage>.Read>(await bot.PatientlyAsync(ReadAsync(bot)));
        Assert.Equal(4, bot.Server.Requests.Count);
        Assert.Equal(4, bot.Server.Requests.Select(seen => Signatures.Parts(seen.Authorization)["oauth_nonce"]).Distinct().Count());
        Assert.All(bot.Server.Requests, seen => Assert.True(Signatures.IsGood(seen, bot.Server.BaseUrl, XBot.Keys)));
    }

    [Theory]
    [ClassData(typeof(Transports))]
    public async Task A_read_that_fails_four_times_is_given_up(string transport)
    {
        await using var bot = await XBot.StartAsync(transport);
        for (var attempts = 0; attempts < 4; attempts++)
            bot.Server.Answers(503, "");

        var failed = Assert.IsType<ReadOutcome<MentionPage>.Failed>(await bot.PatientlyAsync(ReadAsync(bot)));

        Assert.Equal("X is in trouble (503). It will be tried again.", failed.Reason);
    }

    [Fact]
    public async Task An_X_that_keeps_failing_is_left_alone_for_a_moment()
    {
        await using var bot = await XBot.StartAsync();
        for (var attempts = 0; attempts < 11; attempts++)
            bot.Server.Answers(500, "");
        for (var reads = 0; reads < 3; reads++)
            await bot.PatientlyAsync(ReadAsync(bot));

        var resting = Assert.IsType<ReadOutcome<MentionPage>.Failed>(await bot.PatientlyAsync(ReadAsync(bot)));
        bot.Clock.Advance(TimeSpan.FromSeconds(30));
        bot.Server.Answers(200, EmptyPage);

        Assert.StartsWith("X has failed so often", resting.Reason, StringComparison.Ordinal);
        Assert.IsType<ReadOutcome<MentionPage>.Read>(await bot.PatientlyAsync(ReadAsync(bot)));
    }

    [Theory]
    [ClassData(typeof(Transports))]
    public async Task A_read_can_be_cancelled(string transport)
    {
        await using var bot = await XBot.StartAsync(transport);
        using var stopping = new CancellationTokenSource();
        var arrived = bot.Server.StaysSilent();

        var read = bot.Network.MentionsSinceAsync(XBot.Account, new MentionQuery(null), stopping.Token);
        await arrived;
        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
    }

    [Theory]
    [ClassData(typeof(Transports))]
    public async Task Requests_share_a_connection_and_no_cookie(string transport)
    {
        await using var bot = await XBot.StartAsync(transport);
        for (var reads = 0; reads < 5; reads++)
        {
            bot.Server.Answers(200, EmptyPage, ("set-cookie", "guest=1"));
            await ReadAsync(bot);
        }

        Assert.Single(bot.Server.Requests.Select(seen => seen.Connection).Distinct());
        Assert.All(bot.Server.Requests, seen => Assert.Null(seen.Cookie));
    }

    [Theory]
    [ClassData(typeof(Transports))]
    public async Task A_connection_closed_under_a_reply_does_not_send_it_twice(string transport)
    {
        await using var bot = await XBot.StartAsync(transport);
        bot.Server.Answers(200, EmptyPage);
        bot.Server.HangsUp();

        await ReadAsync(bot);
        Assert.IsType<PostOutcome.Unclear>(await ReplyAsync(bot));

        // The reply went over the connection of the read, which is where a handler would be tempted to try a fresh one.
        Assert.Single(bot.Server.Requests.Select(seen => seen.Connection).Distinct());
        Assert.Equal(["GET", "POST"], bot.Server.Requests.Select(seen => seen.Method));
    }

    [Theory]
    [ClassData(typeof(Transports))]
    public async Task Many_requests_at_once_do_not_mix(string transport)
    {
        await using var bot = await XBot.StartAsync(transport);
        for (var reads = 0; reads < 30; reads++)
            bot.Server.Answers(async context => await context.Response.WriteAsync("{\"data\":[{\"id\":\"" + context.Request.Query["since_id"] + "\",\"text\":\"x\"}],\"meta\":{}}"));

        var pages = await Task.WhenAll(Enumerable.Range(1, 30).Select(async id =>
            (Id: $"{id}", Outcome: await bot.Network.MentionsSinceAsync(XBot.Account, new MentionQuery($"{id}"), default))));

        Assert.All(pages, page => Assert.Equal(page.Id, Assert.IsType<ReadOutcome<MentionPage>.Read>(page.Outcome).Value.NewestId));
        Assert.All(bot.Server.Requests, seen => Assert.True(Signatures.IsGood(seen, bot.Server.BaseUrl, XBot.Keys)));
    }

    private static Task<PostOutcome> ReplyAsync(XBot bot) => bot.Network.ReplyAsync(XBot.Account, "2080", "Thank you!", default);

    private static Task<ReadOutcome<MentionPage>> ReadAsync(XBot bot) => bot.Network.MentionsSinceAsync(XBot.Account, new MentionQuery("1"), default);
}
