using EngageBot.Sandbox.Followers;
using Xunit;

namespace EngageBot.Tests.Sandbox;

public sealed class FollowersTests
{
    private const string Handle = "HarbourTheatre";

    private static readonly List<FollowerPost> FiveThousand = Posts(seed: 7, 5000);

    [Theory]
    [InlineData(Want.Question, 22)]
    [InlineData(Want.Thanks, 22)]
    [InlineData(Want.Curiosity, 14)]
    [InlineData(Want.Chat, 14)]
    [InlineData(Want.Aside, 14)]
    [InlineData(Want.Complaint, 9)]
    [InlineData(Want.Spam, 4)]
    [InlineData(Want.Abuse, 1)]
    public void Each_want_keeps_its_share(Want want, int percent) =>
        Assert.InRange(FiveThousand.Count(post => post.Want == want) / 50.0, percent - 0.5, percent + 0.5);

    [Fact]
    public void The_same_seed_gives_the_same_posts() => Assert.Equal(FiveThousand.Take(500), Posts(seed: 7, 500));

    [Fact]
    public void Another_seed_gives_other_posts() =>
        Assert.NotEqual(FiveThousand.Take(20).Select(post => post.Text), Posts(seed: 8, 20).Select(post => post.Text));

    [Fact]
    public void Nobody_says_the_same_twice() => Assert.Equal(5000, FiveThousand.Select(post => post.Text).Distinct().Count());

    [Fact]
    public void Every_post_names_the_account() => Assert.All(FiveThousand, post => Assert.Contains("@" + Handle, post.Text, StringComparison.Ordinal));

    [Fact]
    public void Every_post_fits() => Assert.All(FiveThousand, post => Assert.InRange(post.Text.EnumerateRunes().Count(), 3, 240));

    private static List<FollowerPost> Posts(int seed, int count)
    {
        var troupe = new Troupe(seed, Handle);
        return [.. Enumerable.Range(0, count).Select(_ => troupe.Next())];
    }
}
