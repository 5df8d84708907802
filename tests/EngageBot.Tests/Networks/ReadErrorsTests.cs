using System.Globalization;
using EngageBot.Networks;
using Xunit;

namespace EngageBot.Tests.Networks;

public sealed class ReadErrorsTests
{
    public static TheoryData<string, Refusal> OfTheAccount => Transports.With(Refusals.OfTheAccount);

    public static TheoryData<string, Refusal> ForAWhile => Transports.With(Refusals.ForAWhile.Where(refusal => refusal.Name != "window already over"));

    [Theory]
    [MemberData(nameof(OfTheAccount))]
    public async Task A_no_to_the_account_halts_reading_and_is_not_tried_again(string transport, Refusal refusal)
    {
        await using var bot = await XBot.StartAsync(transport);
        bot.Server.Answers(refusal.Status, refusal.Body, refusal.Headers);

        var halted = Assert.IsType<ReadOutcome<MentionPage>.Halted>(await ReadAsync(bot));

        Assert.StartsWith(refusal.Expected, $"{halted.Until:s} {halted.Reason}".TrimStart(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ForAWhile))]
    public async Task A_long_limit_is_handed_up_at_once(string transport, Refusal refusal)
    {
        await using var bot = await XBot.StartAsync(transport);
        bot.Server.Answers(refusal.Status, refusal.Body, refusal.Headers);

        var limited = Assert.IsType<ReadOutcome<MentionPage>.RateLimited>(await ReadAsync(bot));

        Assert.Equal(refusal.Expected, limited.Until.ToString("s", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_short_limit_is_waited_out()
    {
        await using var bot = await XBot.StartAsync();
        var start = bot.Clock.GetUtcNow();
        bot.Server.Answers(429, "", ("x-rate-limit-remaining", "0"), ("x-rate-limit-reset", $"{start.ToUnixTimeSeconds() + 3}"));
        bot.Server.Answers(200, """{"data":[],"meta":{}}""");

        Assert.IsType<ReadOutcome<MentionPage>.Read>(await bot.PatientlyAsync(ReadAsync(bot)));
        Assert.True(bot.Clock.GetUtcNow() - start >= TimeSpan.FromSeconds(4));
    }

    [Theory]
    [InlineData(400, "X does not answer this question (400: `max_results` is wrong).")]
    [InlineData(404, "X does not answer this question (404")]
    [InlineData(403, "X does not answer this question (403")]
    public async Task A_question_that_X_will_never_answer_halts_reading(int status, string expected)
    {
        await using var bot = await XBot.StartAsync();
        bot.Server.Answers(status, """{"errors":[{"message":"`max_results` is wrong"}],"title":"Invalid Request","detail":"One or more parameters to your request was invalid."}""");

        Assert.StartsWith(expected, Assert.IsType<ReadOutcome<MentionPage>.Halted>(await ReadAsync(bot)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_budget_is_told_by_our_own_clock()
    {
        await using var bot = await XBot.StartAsync();
        bot.Server.Answers(200, """{"meta":{}}""",
            ("x-rate-limit-limit", "300"), ("x-rate-limit-remaining", "7"), ("x-rate-limit-reset", "1795176300"), ("date", "Fri, 20 Nov 2026 12:04:00 GMT"));

        var budget = Assert.IsType<ReadOutcome<MentionPage>.Read>(await ReadAsync(bot)).Value.Budget;

        Assert.Equal(new RateBudget(300, 7, new DateTimeOffset(2026, 11, 20, 12, 1, 1, TimeSpan.Zero)), budget);
    }

    [Fact]
    public async Task A_wrong_clock_is_told_by_the_second()
    {
        await using var bot = await XBot.StartAsync();
        bot.Server.Answers(200, """{"data":{"id":"42","name":"n","username":"playhouse"}}""", ("date", "Fri, 20 Nov 2026 11:59:13 GMT"));

        var identity = Assert.IsType<ReadOutcome<EngageBot.Networks.X.XIdentity>.Read>(await bot.Network.WhoAmIAsync(0, default)).Value;

        Assert.Equal(TimeSpan.FromSeconds(47), identity.ClockAhead);
    }

    private static Task<ReadOutcome<MentionPage>> ReadAsync(XBot bot) => bot.Network.MentionsSinceAsync(XBot.Account, new MentionQuery("1"), default);
}
