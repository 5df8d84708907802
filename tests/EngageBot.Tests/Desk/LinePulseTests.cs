using EngageBot.Desk.Shell;
using EngageBot.Model;
using EngageBot.Storage;
using Xunit;

namespace EngageBot.Tests.Desk;

public sealed class LinePulseTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 31, 18, 0, 0, TimeSpan.Zero);

    private static readonly AccountStanding Well =
        new(new Account("1", "x", new Person("1", "HarbourTheatre", "Harbour Theatre")), Now, null, null, null, null, DateTimeOffset.UnixEpoch);

    [Fact]
    public void A_line_without_trouble_is_live() => Assert.Equal(new LinePulse(true, "live"), LinePulse.Of([Well], null, Now, Speaking.English));

    [Fact]
    public void A_deaf_line_says_why_and_since_when()
    {
        var pulse = LinePulse.Of([Well, Well with { ListeningProblem = "X refuses the keys.", ListeningProblemSince = Now.AddHours(-1) }], null, Now, Speaking.English);
        Assert.False(pulse.Live);
        Assert.EndsWith("X refuses the keys.", pulse.Sentence, StringComparison.Ordinal);
        Assert.Equal(Now.AddHours(-1), pulse.Since);
    }

    [Fact]
    public void A_mute_line_says_that_no_reply_is_lost()
    {
        var pulse = LinePulse.Of([Well with { PostingProblem = "Credits are used up.", PostingProblemSince = Now }], null, Now, Speaking.English);
        Assert.False(pulse.Live);
        Assert.Contains("none is lost", pulse.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_whose_accounts_nobody_named_is_not_live() =>
        Assert.Equal((false, "The network does not say yet who we are. It cannot be reached."), (LinePulse.Of([], "It cannot be reached.", Now, Speaking.English).Live, LinePulse.Of([], "It cannot be reached.", Now, Speaking.English).Sentence));

    [Fact]
    public void A_pause_that_the_network_asked_for_is_told_without_alarm()
    {
        var pulse = LinePulse.Of([Well with { PostAfter = Now.AddMinutes(5) }], null, Now, Speaking.English);
        Assert.Equal((true, "live, replies go out again in 5 min"), (pulse.Live, pulse.Sentence));
    }
}
