using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using EngageBot.Model;
using Xunit;

namespace EngageBot.Tests.Networks;

public sealed class RepliesTests
{
    public static TheoryData<string, Refusal> OfThisReply => Transports.With(Refusals.OfThisReply);

    public static TheoryData<string, Refusal> OfTheAccount => Transports.With(Refusals.OfTheAccount);

    public static TheoryData<string, Refusal> ForAWhile => Transports.With(Refusals.ForAWhile);

    public static TheoryData<string, Refusal> UnclearAnswers => Transports.With(Refusals.Unclear);

    [Theory]
    [ClassData(typeof(Transports))]
    public async Task A_reply_goes_out_letter_by_letter_under_its_mention(string transport)
    {
        await using var bot = await XBot.StartAsync(transport);
        bot.Server.Answers(201, """{"data":{"id":"2090","text":"@OtherUser whatever"}}""");

        var outcome = await bot.Network.ReplyAsync(XBot.Account, "2080", "Danke schön! 🎭 \"<b>\" & 100 %", default);

        Assert.Equal(new PostOutcome.Posted("2090"), outcome);
        var seen = bot.Server.Requests.Single();
        Assert.Equal(("POST", "/2/tweets"), (seen.Method, seen.Target));
        Assert.True(Signatures.IsGood(seen, bot.Server.BaseUrl, XBot.Keys));
        var body = JsonElement.Parse(seen.Body);
        Assert.Equal("Danke schön! 🎭 \"<b>\" & 100 %", body.GetProperty("text").GetString());
        Assert.Equal("2080", body.GetProperty("reply").GetProperty("in_reply_to_tweet_id").GetString());
        Assert.Equal(["text", "reply"], body.EnumerateObject().Select(property => property.Name));
    }

    [Theory]
    [MemberData(nameof(OfThisReply))]
    public async Task A_no_to_one_reply_says_why_and_what_to_do(string transport, Refusal refusal)
    {
        var refused = Assert.IsType<PostOutcome.Refused>(await OutcomeAsync(transport, refusal));

        Assert.StartsWith(refusal.Expected, $"{refused.Kind} {refused.Reason}", StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(OfTheAccount))]
    public async Task A_no_to_the_account_halts_it(string transport, Refusal refusal)
    {
        var halted = Assert.IsType<PostOutcome.Halted>(await OutcomeAsync(transport, refusal));

        Assert.StartsWith(refusal.Expected, $"{halted.Until:s} {halted.Reason}".TrimStart(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ForAWhile))]
    public async Task A_limit_tells_when_to_go_on(string transport, Refusal refusal)
    {
        var limited = Assert.IsType<PostOutcome.RateLimited>(await OutcomeAsync(transport, refusal));

        Assert.Equal(refusal.Expected, limited.Until.ToString("s", CultureInfo.InvariantCulture));
    }

    [Theory]
    [MemberData(nameof(UnclearAnswers))]
    public async Task An_answer_that_proves_nothing_is_unclear_and_not_sent_again(string transport, Refusal refusal) =>
        Assert.IsType<PostOutcome.Unclear>(await OutcomeAsync(transport, refusal));

    [Fact]
    public async Task Without_headers_each_limit_in_a_row_is_waited_for_longer()
    {
        await using var bot = await XBot.StartAsync();
        var waits = new List<double>();
        for (var times = 0; times < 6; times++)
        {
            bot.Server.Answers(429, "");
            waits.Add((Assert.IsType<PostOutcome.RateLimited>(await ReplyAsync(bot)).Until - bot.Clock.GetUtcNow()).TotalMinutes);
        }

        bot.Server.Answers(201, """{"data":{"id":"1"}}""");
        await ReplyAsync(bot);
        bot.Server.Answers(429, "");
        waits.Add((Assert.IsType<PostOutcome.RateLimited>(await ReplyAsync(bot)).Until - bot.Clock.GetUtcNow()).TotalMinutes);

        Assert.Equal([1, 2, 4, 8, 15, 15, 1], waits);
    }

    [Theory]
    [InlineData("not-a-number", "fine")]
    [InlineData("2080", "half a \\ud83d pair")]
    public async Task What_cannot_be_sent_unchanged_is_not_sent(string target, string text)
    {
        await using var bot = await XBot.StartAsync();

        var refused = Assert.IsType<PostOutcome.Refused>(await bot.Network.ReplyAsync(XBot.Account, target, Regex.Unescape(text), default));

        Assert.Equal(RefusalKind.Invalid, refused.Kind);
        Assert.Empty(bot.Server.Requests);
    }

    [Fact]
    public async Task The_keys_of_another_account_are_never_used()
    {
        await using var bot = await XBot.StartAsync();
        var stranger = new Account("a2", "x", new Person("77", "elsewhere", "Elsewhere"));

        var halted = Assert.IsType<PostOutcome.Halted>(await bot.Network.ReplyAsync(stranger, "2080", "Hello", default));

        Assert.Equal("No keys for @elsewhere are configured. Add them under X:Accounts.", halted.Reason);
        Assert.Empty(bot.Server.Requests);
    }

    private static async Task<PostOutcome> OutcomeAsync(string transport, Refusal refusal)
    {
        await using var bot = await XBot.StartAsync(transport);
        bot.Server.Answers(refusal.Status, refusal.Body, refusal.Headers);
        return await ReplyAsync(bot);
    }

    private static Task<PostOutcome> ReplyAsync(XBot bot) => bot.Network.ReplyAsync(XBot.Account, "2080", "Thank you!", default);
}
