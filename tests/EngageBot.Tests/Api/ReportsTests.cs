using System.Net.Http.Headers;
using EngageBot.Model;
using EngageBot.People;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Api;

public sealed class ReportsTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_program_reads_how_mentions_were_answered(Engine engine)
    {
        await using var api = await ApiHost.StartAsync(engine);
        await api.MentionAsync(intent: Intent.Complaint);
        using var program = await api.ProgramAsync(Role.Reader);
        var answer = await program.GetAsync("/api/v1/reports/replies?days=7&zone=Europe/Berlin");
        Assert.Equal(200, answer.Status);
        Assert.Equal((1, 1, "complaint"), ((int)answer.Body!["all"]!["mentions"]!, (int)answer.Body["waitingNow"]!, (string?)answer.Body["byIntent"]![0]!["of"]));
        Assert.Equal(("Europe/Berlin", 7), ((string?)answer.Body["zone"], answer.Body["byDay"]!.AsArray().Count));
    }

    [Fact]
    public async Task The_ledger_of_a_silent_house_is_empty_and_not_an_error()
    {
        await using var api = await ApiHost.StartAsync();
        using var program = await api.ProgramAsync(Role.Reader);
        var answer = await program.GetAsync("/api/v1/reports/dialogue");
        Assert.Equal((200, 0), (answer.Status, (int)answer.Body!["talk"]!["whole"]!));
    }

    [Theory]
    [InlineData("/api/v1/reports/replies?days=0", 400, "The number of days must lie between 1 and 366.")]
    [InlineData("/api/v1/reports/dialogue?from=yesterday", 400, "Give both days as 2026-05-31.")]
    [InlineData("/api/v1/reports/replies?account=nobody", 400, "No such account is connected.")]
    [InlineData("/api/v1/reports/replies/secrets.csv", 404, "There is no such table. Use one of: intents, days, weeks, people, waits, backlog.")]
    public async Task A_wrong_question_is_told_in_one_sentence(string path, int status, string sentence)
    {
        await using var api = await ApiHost.StartAsync();
        using var program = await api.ProgramAsync(Role.Reader);
        var answer = await program.GetAsync(path);
        Assert.Equal((status, sentence), (answer.Status, answer.Detail));
    }

    [Fact]
    public async Task A_table_comes_as_a_file()
    {
        await using var api = await ApiHost.StartAsync();
        await api.MentionAsync();
        using var client = new HttpClient { BaseAddress = api.Door.Address };
        using var program = await api.ProgramAsync(Role.Reader);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", program.Token!.Text);
        using var answer = await client.GetAsync("/api/v1/reports/replies/intents.csv");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("intent,mentions,", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_reads_nothing()
    {
        await using var api = await ApiHost.StartAsync();
        using var stranger = api.Stranger();
        Assert.Equal(401, (await stranger.GetAsync("/api/v1/reports/replies")).Status);
    }
}
