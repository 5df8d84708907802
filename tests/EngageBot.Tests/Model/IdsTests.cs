using EngageBot.Model;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace EngageBot.Tests.Model;

public sealed class IdsTests
{
    [Fact]
    public void Keys_made_within_one_millisecond_keep_their_order()
    {
        var clock = new FakeTimeProvider();
        var keys = Enumerable.Range(0, 10_000).Select(_ => Ids.New(clock)).ToList();
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.Equal(10_000, keys.Distinct().Count());
    }

    [Fact]
    public void A_key_is_a_lower_case_UUID_of_version_7_with_its_time()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(0x0123456789AB));
        Assert.Matches("^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", Ids.New(clock));
    }

    [Fact]
    public void Later_keys_sort_after_earlier_ones()
    {
        var clock = new FakeTimeProvider();
        var earlier = Ids.New(clock);
        clock.Advance(TimeSpan.FromMilliseconds(5));
        Assert.True(string.CompareOrdinal(earlier, Ids.New(clock)) < 0);
    }
}
