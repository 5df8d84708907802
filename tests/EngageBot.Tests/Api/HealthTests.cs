using EngageBot.Storage;
using Xunit;

namespace EngageBot.Tests.Api;

public sealed class HealthTests
{
    [Fact]
    public async Task A_process_that_answers_is_live()
    {
        await using var api = await ApiHost.StartAsync();
        using var monitor = api.Stranger();
        var answer = await monitor.GetAsync("/health/live");
        Assert.Equal((200, "healthy"), (answer.Status, (string?)answer.Body!["status"]));
    }

    [Fact]
    public async Task It_is_not_ready_before_it_knows_for_whom_it_listens()
    {
        await using var api = await ApiHost.StartAsync();
        using var monitor = api.Stranger();
        var answer = await monitor.GetAsync("/health/ready");
        Assert.Equal(503, answer.Status);
        Assert.Contains("No account is known", Sentence(answer, "accounts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_ready_while_mentions_are_read()
    {
        await using var api = await ApiHost.StartAsync();
        await ReadNowAsync(api);
        using var monitor = api.Stranger();
        var answer = await monitor.GetAsync("/health/ready");
        Assert.Equal((200, "healthy"), (answer.Status, (string?)answer.Body!["status"]));
        Assert.Contains("@harbourtheatre", Sentence(answer, "accounts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_known_trouble_is_told_before_it_counts_as_standing_still()
    {
        await using var api = await ApiHost.StartAsync();
        var account = await ReadNowAsync(api);
        await api.Door.Get<AccountStore>().NoteListeningAsync(account, "X does not answer.", CancellationToken.None);
        using var monitor = api.Stranger();
        var answer = await monitor.GetAsync("/health/ready");
        Assert.Equal((200, "degraded"), (answer.Status, (string?)answer.Body!["status"]));
        Assert.Contains("X does not answer.", Sentence(answer, "listeners"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_listener_that_stands_still_is_not_ready()
    {
        await using var api = await ApiHost.StartAsync();
        await ReadNowAsync(api);
        api.Door.Clock.Advance(TimeSpan.FromMinutes(21));
        using var monitor = api.Stranger();
        var answer = await monitor.GetAsync("/health/ready");
        Assert.Equal(503, answer.Status);
        Assert.Contains("has not been read since", Sentence(answer, "listeners"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_gone_is_told_in_a_sentence()
    {
        await using var api = await ApiHost.StartAsync();
        await api.Door.Database.WriteAsync(session => session.ExecuteAsync("DROP TABLE api_token"), CancellationToken.None);
        using var program = api.Stranger("eb_any");
        var answer = await program.GetAsync("/api/v1/queue");
        Assert.Equal(503, answer.Status);
        Assert.Equal("application/problem+json", answer.Type);
        Assert.Equal("The database does not answer", answer.Title);
    }

    private static async Task<string> ReadNowAsync(ApiHost api)
    {
        await api.MentionAsync();
        await api.Door.Database.WriteAsync(
            session => session.ExecuteAsync("UPDATE account SET read_at = @now", new { now = api.Door.Clock.Milliseconds() }), CancellationToken.None);
        return (await api.Door.Get<AccountStore>().AllAsync(CancellationToken.None)).Single().Account.Id;
    }

    private static string Sentence(ApiHost.Answer answer, string check) =>
        (string)answer.Body!["checks"]!.AsArray().Single(entry => (string?)entry!["name"] == check)!["sentence"]!;
}
