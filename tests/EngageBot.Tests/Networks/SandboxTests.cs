using EngageBot.Model;
using EngageBot.Networks;
using EngageBot.Networks.X;
using Xunit;

namespace EngageBot.Tests.Networks;

public sealed class SandboxTests
{
    private const string Words = "Danke & <schön>! 🎭 More at https://example.org/plan?day=1 \u05e9\u05dc\u05d5\u05dd";

    public static TheoryData<string, string> Dialects => Transports.With(["post", "tweet"]);

    public static TheoryData<string, string> PublicFaults => Transports.With(["drop", "error-after"]);

    public static TheoryData<string, string> UnclearFaults => Transports.With(["error-before", "malformed", "truncated", "cut", "empty", "refuse"]);

    public static TheoryData<string, string> HaltingFaults => Transports.With(["credits-old", "credits-new", "spend-cap", "usage-cap", "unauthorized"]);

    public static TheoryData<string, string> Limits => Transports.With(["rate-limit", "rate-limit-bare", "rate-limit-old"]);

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task A_conversation_goes_there_and_back(string transport, string dialect)
    {
        await using var bot = await SandboxedBot.StartAsync(transport, dialect: dialect);
        var account = await bot.AccountAsync();
        var mention = bot.Says($"@Lantern {Words}");

        var first = Assert.Single((await MentionsAsync(bot, account, null)).Posts);
        var reply = Assert.IsType<PostOutcome.Posted>(await bot.Network.ReplyAsync(account, first.Id, Words, default)).PostId;
        var own = Assert.Single(Value(await bot.Network.OwnPostsSinceAsync(account, bot.Clock.GetUtcNow().AddMinutes(-1), default)));
        bot.Says("Great, thanks", inReplyTo: reply);
        var second = Assert.Single((await MentionsAsync(bot, account, mention)).Posts);

        Assert.Equal((mention, $"@Lantern {Words}", "follower"), (first.Id, first.Text, first.Author.Handle));
        Assert.Equal((reply, mention, mention), (own.Id, own.InReplyTo, own.ThreadId));
        Assert.True(bot.Network.SaysTheSame(Words, own.Text));
        Assert.Equal((reply, mention, "Lantern"), (second.InReplyTo, second.ThreadId, second.Parent?.Author.Handle));
        Assert.True(bot.Network.SaysTheSame(Words, second.Parent!.Text));
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task A_picture_is_public_with_its_reply_and_described_in_words(string transport, string dialect)
    {
        await using var bot = await SandboxedBot.StartAsync(transport, dialect: dialect);
        var account = await bot.AccountAsync();
        var mention = bot.Says("@Lantern how does it work?");
        var bytes = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "prompts", "backstage", "pictures", "lens.png"));
        var uploaded = Assert.IsType<UploadOutcome.Uploaded>(await bot.Network.UploadAsync(account, bytes, "A lens", default));
        Assert.True(uploaded.Until > bot.Clock.GetUtcNow());
        var reply = Assert.IsType<PostOutcome.Posted>(await bot.Network.ReplyAsync(account, mention, Words, uploaded.MediaId, default)).PostId;

        var shown = Assert.Single(bot.Find(reply).Pictures);
        Assert.Equal(("image/png", "A lens"), (shown.MediaType, shown.AltText));
        Assert.Equal(bytes, await bot.PublicPictureAsync(reply));
        var own = Assert.Single(Value(await bot.Network.OwnPostsSinceAsync(account, bot.Clock.GetUtcNow().AddMinutes(-1), default)));
        Assert.True(bot.Network.SaysTheSame(Words, own.Text), own.Text);
    }

    [Theory]
    [ClassData(typeof(Transports))]
    public async Task A_picture_that_X_does_not_take_or_answer_to_is_told_apart(string transport)
    {
        await using var bot = await SandboxedBot.StartAsync(transport);
        var account = await bot.AccountAsync();
        byte[] bytes = [0x89, .. "PNG\r\n\u001a\n and so on"u8];
        Assert.IsType<UploadOutcome.Refused>(await bot.Network.UploadAsync(account, new byte[] { 1, 2, 3 }, "", default));
        await bot.FaultAsync("error-before", "POST /2/media/upload");
        Assert.IsType<UploadOutcome.Later>(await bot.Network.UploadAsync(account, bytes, "", default));
        await bot.FaultAsync("rate-limit", "POST /2/media/upload");
        Assert.NotNull(Assert.IsType<UploadOutcome.Later>(await bot.Network.UploadAsync(account, bytes, "", default)).Until);
        await bot.FaultAsync("credits-new", "POST /2/media/metadata");
        Assert.IsType<UploadOutcome.Halted>(await bot.Network.UploadAsync(account, bytes, "A lens", default));
        var mention = bot.Says("@Lantern hello");
        Assert.Equal(RefusalKind.Invalid, Assert.IsType<PostOutcome.Refused>(await bot.Network.ReplyAsync(account, mention, Words, "12345", default)).Kind);
    }

    [Theory]
    [ClassData(typeof(Transports))]
    public async Task All_pages_together_hold_every_mention_once(string transport)
    {
        await using var bot = await SandboxedBot.StartAsync(transport);
        var account = await bot.AccountAsync();
        var start = bot.Says("@Lantern the first");
        var said = Enumerable.Range(0, 25).Select(number => bot.Says($"@Lantern number {number}")).ToList();
        var read = new List<string>();
        string? token = null;
        do
        {
            var page = Value(await bot.Network.MentionsSinceAsync(account, new MentionQuery(start, token, 10), default));
            read.AddRange(page.Posts.Select(post => post.Id));
            token = page.NextPage;
        }
        while (token is not null);

        Assert.Equal(said, read.Order());
    }

    [Theory]
    [MemberData(nameof(PublicFaults))]
    public async Task A_reply_that_became_public_unseen_is_found_on_our_timeline(string transport, string kind)
    {
        await using var bot = await SandboxedBot.StartAsync(transport);
        var account = await bot.AccountAsync();
        var mention = bot.Says("@Lantern hello");
        await bot.FaultAsync(kind, "POST /2/tweets");

        Assert.IsType<PostOutcome.Unclear>(await bot.Network.ReplyAsync(account, mention, Words, default));

        var own = Assert.Single(Value(await bot.Network.OwnPostsSinceAsync(account, bot.Clock.GetUtcNow().AddMinutes(-1), default)));
        Assert.True(own.InReplyTo == mention && bot.Network.SaysTheSame(Words, own.Text));
    }

    [Theory]
    [MemberData(nameof(UnclearFaults))]
    public async Task A_broken_answer_to_a_reply_is_unclear(string transport, string kind)
    {
        await using var bot = await SandboxedBot.StartAsync(transport);
        var account = await bot.AccountAsync();
        var mention = bot.Says("@Lantern hello");
        await bot.FaultAsync(kind, "POST /2/tweets");

        Assert.IsType<PostOutcome.Unclear>(await bot.Network.ReplyAsync(account, mention, Words, default));
        Assert.True(Value(await bot.Network.OwnPostsSinceAsync(account, bot.Clock.GetUtcNow().AddMinutes(-1), default)).Count <= 1);
    }

    [Theory]
    [MemberData(nameof(HaltingFaults))]
    public async Task Money_and_keys_halt_both_ways(string transport, string kind)
    {
        await using var bot = await SandboxedBot.StartAsync(transport);
        var account = await bot.AccountAsync();
        await bot.FaultAsync(kind, "POST /2/tweets");
        await bot.FaultAsync(kind, "GET /2/users/{id}/mentions");

        Assert.IsType<PostOutcome.Halted>(await bot.Network.ReplyAsync(account, bot.Says("@Lantern hello"), Words, default));
        Assert.IsType<ReadOutcome<MentionPage>.Halted>(await bot.Network.MentionsSinceAsync(account, new MentionQuery(null), default));
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task Limits_come_with_a_moment_in_the_future(string transport, string kind)
    {
        await using var bot = await SandboxedBot.StartAsync(transport);
        var account = await bot.AccountAsync();
        await bot.FaultAsync(kind, "POST /2/tweets");

        var limited = Assert.IsType<PostOutcome.RateLimited>(await bot.Network.ReplyAsync(account, bot.Says("@Lantern hello"), Words, default));

        Assert.InRange(limited.Until - bot.Clock.GetUtcNow(), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(16));
    }

    [Theory]
    [ClassData(typeof(Transports))]
    public async Task The_rules_of_X_are_told_apart(string transport)
    {
        await using var bot = await SandboxedBot.StartAsync(transport);
        var account = await bot.AccountAsync();
        var (mention, other, stranger, gone) = (bot.Says("@Lantern one"), bot.Says("@Lantern two"), bot.Says("no mention at all"), bot.Says("@Lantern bye"));
        bot.Sandbox.Square.Delete(bot.Find(gone).Id);
        await bot.Network.ReplyAsync(account, mention, "Thank you!", default);

        Assert.Equal(RefusalKind.Duplicate, await RefusalAsync(bot, account, mention, "Thank you!"));
        Assert.Equal(RefusalKind.NotSummoned, await RefusalAsync(bot, account, stranger, "Hello stranger"));
        Assert.Equal(RefusalKind.TargetGone, await RefusalAsync(bot, account, gone, "Hello again"));
        Assert.Equal(RefusalKind.Invalid, await RefusalAsync(bot, account, other, new string('x', 281)));
    }

    [Theory]
    [ClassData(typeof(Transports))]
    public async Task Deleted_and_protected_posts_are_gone(string transport)
    {
        await using var bot = await SandboxedBot.StartAsync(transport);
        var account = await bot.AccountAsync();
        var (stays, goes) = (bot.Says("@Lantern stays"), bot.Says("@Lantern goes"));
        bot.Sandbox.Square.Delete(bot.Find(goes).Id);

        Assert.Equal([stays], Value(await bot.Network.StillThereAsync(account, [stays, goes, "12345"], default)));
        bot.Follower.IsProtected = true;
        Assert.Empty(Value(await bot.Network.StillThereAsync(account, [stays], default)));
    }

    [Theory]
    [ClassData(typeof(Transports))]
    public async Task An_OAuth_2_token_runs_out_and_is_renewed(string transport)
    {
        await using var bot = await SandboxedBot.StartAsync(transport, keys => new()
        {
            ["X:OAuth2:ClientId"] = keys.OAuth2ClientId,
            ["X:OAuth2:ClientSecret"] = keys.OAuth2ClientSecret,
            ["X:OAuth2:AccessToken"] = keys.OAuth2AccessToken,
            ["X:OAuth2:RefreshToken"] = keys.OAuth2RefreshToken,
        });
        var account = await bot.AccountAsync();
        var mention = bot.Says("@Lantern hello");
        bot.Clock.Advance(TimeSpan.FromHours(3));

        Assert.IsType<PostOutcome.Posted>(await bot.Network.ReplyAsync(account, mention, "Hello!", default));
    }

    [Theory]
    [ClassData(typeof(Transports))]
    public async Task Two_accounts_live_in_one_process(string transport)
    {
        await using var bot = await SandboxedBot.StartAsync(transport);
        var (lantern, lighthouse) = (await bot.AccountAsync(0), await bot.AccountAsync(1));
        var mention = bot.Says("@Lighthouse hello");

        var posted = Assert.IsType<PostOutcome.Posted>(await bot.Network.ReplyAsync(lighthouse, mention, "Hello!", default));

        Assert.Equal("Lighthouse", bot.Find(posted.PostId).Author.Handle);
        Assert.Empty((await MentionsAsync(bot, lantern, null)).Posts);
        Assert.Single((await MentionsAsync(bot, lighthouse, null)).Posts);
    }

    private static async Task<MentionPage> MentionsAsync(SandboxedBot bot, Account account, string? since) =>
        Value(await bot.Network.MentionsSinceAsync(account, new MentionQuery(since), default));

    private static async Task<RefusalKind> RefusalAsync(SandboxedBot bot, Account account, string target, string text) =>
        Assert.IsType<PostOutcome.Refused>(await bot.Network.ReplyAsync(account, target, text, default)).Kind;

    private static T Value<T>(ReadOutcome<T> outcome) => Assert.IsType<ReadOutcome<T>.Read>(outcome).Value;
}
