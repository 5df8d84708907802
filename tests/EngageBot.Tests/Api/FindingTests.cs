using EngageBot.People;
using Xunit;

namespace EngageBot.Tests.Api;

public sealed class FindingTests
{
    [Fact]
    public async Task The_search_tells_what_was_said_by_whom_and_which_words_were_meant()
    {
        await using var api = await ApiHost.StartAsync();
        var id = await api.MentionAsync("how do you make it rain?");
        await api.MentionAsync("is there a lift?");
        using var program = await api.ProgramAsync(Role.Reader);
        var found = Assert.Single((await program.GetAsync("/api/v1/search?q=RAI")).Body!["items"]!.AsArray())!;
        Assert.Equal((id, "Lena", false), ((string?)found["mention"]!["id"], (string?)found["by"], (bool)found["ours"]!));
        Assert.Equal("rain", (string?)Assert.Single(found["excerpt"]!.AsArray(), part => (bool)part!["isMatch"]!)!["text"]);
    }

    [Theory]
    [InlineData("search", "'q'")]
    [InlineData("search?q=is:lost", "waiting")]
    [InlineData("search?q=x&limit=1000", "between 1 and 100")]
    [InlineData("search?q=x&cursor=y", "cursor")]
    [InlineData("queue?order=loudest", "oldest")]
    public async Task What_cannot_be_meant_is_answered_with_what_can(string query, string hint)
    {
        await using var api = await ApiHost.StartAsync();
        using var program = await api.ProgramAsync(Role.Reader);
        var answer = await program.GetAsync($"/api/v1/{query}");
        Assert.Equal(400, answer.Status);
        Assert.Contains(hint, answer.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_of_one_order_does_not_lead_astray_in_another()
    {
        await using var api = await ApiHost.StartAsync();
        await api.MentionAsync(minutesAgo: 9);
        var second = await api.MentionAsync(minutesAgo: 8);
        using var program = await api.ProgramAsync(Role.Reader);
        var due = (string?)(await program.GetAsync("/api/v1/queue?limit=1&order=due")).Body!["next"];
        Assert.Equal(second, (string?)(await program.GetAsync($"/api/v1/queue?limit=1&order=due&cursor={due}")).Body!["items"]![0]!["id"]);
        Assert.Equal(400, (await program.GetAsync($"/api/v1/queue?limit=1&cursor={due}")).Status);
    }
}
