using System.Text.RegularExpressions;
using EngageBot.Sandbox.Followers;
using Xunit;

namespace EngageBot.Tests.Sandbox;

public sealed partial class FollowersPostsTests
{
    private const string Handle = "HarbourTheatre";

    private static readonly List<FollowerPost> Posts = Listen(seed: 7, 5000);

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
        Assert.InRange(Posts.Count(post => post.Want == want) / 50.0, percent - 0.5, percent + 0.5);

    [Fact]
    public void The_same_seed_gives_the_same_posts() => Assert.Equal(Posts.Take(1000), Listen(seed: 7, 1000));

    [Fact]
    public void Another_seed_gives_other_posts() =>
        Assert.True(Posts.Take(50).Select(post => post.Text).Intersect(Listen(seed: 8, 50).Select(post => post.Text)).Count() < 5);

    // pinned: a seed must mean the same in the next process and on the next machine, and .NET's own hashes do not
    [Fact]
    public void A_seed_means_the_same_on_every_machine() =>
        Assert.Equal("Chat Thanks Chat Aside Chat Thanks Question Thanks", string.Join(' ', Posts.Take(8).Select(post => post.Want)));

    [Fact]
    public void Nobody_says_the_same_twice() => Assert.Equal(Posts.Count, Posts.Select(post => post.Text).Distinct().Count());

    [Fact]
    public void Every_post_names_the_account_and_fits() => Assert.All(Posts, post =>
    {
        Assert.Contains("@" + Handle, post.Text, StringComparison.Ordinal);
        Assert.InRange(post.Text.EnumerateRunes().Count(), Handle.Length + 2, 240);
    });

    [Fact]
    public void The_account_is_whoever_the_sandbox_plays()
    {
        var elsewhere = new Troupe(seed: 7, "MoonMuseum");
        Assert.All(Enumerable.Range(0, 500).Select(_ => elsewhere.Next().Text), text =>
        {
            Assert.Contains("@MoonMuseum", text, StringComparison.Ordinal);
            Assert.DoesNotContain("@" + Handle, text, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public void No_slot_or_choice_is_left_open() =>
        Assert.All(Posts.Where(post => !post.Text.Contains("{{", StringComparison.Ordinal)), post => Assert.DoesNotMatch(Unfilled(), post.Text));

    [Fact]
    public void About_one_in_eight_speaks_another_language()
    {
        var others = Posts.Where(post => post.Author.Language != "en").ToList();
        Assert.InRange(others.Count / 50.0, 10.5, 13.5);
        string[] languages = ["ar", "de", "es", "fr", "it", "ja", "nl", "pl", "pt"];
        Assert.Equal(languages, others.Select(post => post.Author.Language).Distinct().Order(StringComparer.Ordinal));
        Assert.All(others.Where(post => post.Author.Language == "ja"), post => Assert.Contains(post.Text, letter => letter is >= 'ぁ' and <= 'ヿ'));
    }

    [Fact]
    public void The_handle_stands_in_front_in_the_middle_and_at_the_end()
    {
        Assert.InRange(Posts.Count(post => post.Text.StartsWith("@" + Handle, StringComparison.Ordinal)) / 50.0, 35, 65);
        Assert.InRange(Posts.Count(post => post.Text.EndsWith("@" + Handle, StringComparison.Ordinal)) / 50.0, 8, 25);
    }

    [Fact]
    public void Posts_come_in_flurries_and_lulls()
    {
        Assert.All(Posts, post => Assert.InRange(post.After, TimeSpan.FromSeconds(1), TimeSpan.FromHours(3)));
        Assert.InRange(Posts.Count(post => post.After < TimeSpan.FromMinutes(1)) / 50.0, 40, 60);
        Assert.InRange(Posts.Count(post => post.After > TimeSpan.FromMinutes(10)) / 50.0, 10, 25);
    }

    [Fact]
    public void A_few_posts_are_hostile_and_most_are_not()
    {
        var hostile = Posts.Count(post => post.Text.Contains("{%", StringComparison.Ordinal) || post.Text.Contains("{{", StringComparison.Ordinal)
            || post.Text.Contains("<script", StringComparison.Ordinal) || post.Text.Any(letter => letter is '\u200B' or '\u202E' or '\u2066'));
        Assert.InRange(hostile / 50.0, 0.3, 3);
    }

    [Fact]
    public void Everybody_has_a_handle_that_the_network_takes()
    {
        var troupe = new Troupe(seed: 1, Handle);
        Assert.InRange(troupe.Followers.Count, 100, 200);
        Assert.Equal(troupe.Followers.Count, troupe.Followers.Select(follower => follower.Handle.ToUpperInvariant()).Distinct().Count());
        Assert.All(troupe.Followers, follower =>
        {
            Assert.Matches("^[A-Za-z0-9_]{1,15}$", follower.Handle);
            Assert.Same(follower, troupe.Find("@" + follower.Handle.ToUpperInvariant()));
        });
        Assert.Null(troupe.Find("nobody_at_all"));
    }

    private static List<FollowerPost> Listen(int seed, int count)
    {
        var troupe = new Troupe(seed, Handle);
        return [.. Enumerable.Range(0, count).Select(_ => troupe.Next())];
    }

    [GeneratedRegex(@"(?<!\{)\{[a-z0-9]+\}|\||\\u")]
    private static partial Regex Unfilled();
}
