using EngageBot.Model;
using EngageBot.People;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Api;

public sealed class CorrectionsTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_program_of_a_drafter_says_what_a_mention_wants_and_takes_it_back(Engine engine)
    {
        await using var api = await ApiHost.StartAsync(engine);
        var id = await api.MentionAsync("this was the worst evening of my life", Intent.Thanks);
        using var program = await api.ProgramAsync(Role.Drafter);
        Assert.Equal(200, (await program.PostAsync($"/api/v1/mentions/{id}/intent", new { intent = "complaint", seen = "thanks" })).Status);
        var mention = (await program.GetAsync($"/api/v1/mentions/{id}")).Body!;
        Assert.Equal("complaint", (string?)mention["understanding"]!["intent"]);
        Assert.Equal("is what Ana via token Zapier says", (string?)mention["understanding"]!["reasons"]![0]);
        Assert.StartsWith("replies/complaint/", (string?)mention["draft"]!["wordings"]![0]!["sources"]![0], StringComparison.Ordinal);
        Assert.Equal("complaint", (string?)(await program.GetAsync("/api/v1/queue?intent=complaint")).Body!["items"]![0]!["intent"]);

        Assert.Equal(200, (await program.DeleteAsync($"/api/v1/mentions/{id}/intent")).Status);
        Assert.Equal("thanks", (string?)(await program.GetAsync($"/api/v1/mentions/{id}")).Body!["understanding"]!["intent"]);
        Assert.Equal(409, (await program.DeleteAsync($"/api/v1/mentions/{id}/intent")).Status);
    }

    [Fact]
    public async Task Who_saw_an_older_reading_is_told_who_was_faster()
    {
        await using var api = await ApiHost.StartAsync();
        var id = await api.MentionAsync();
        using var program = await api.ProgramAsync(Role.Drafter);
        await program.PostAsync($"/api/v1/mentions/{id}/intent", new { intent = "complaint" });
        var answer = await program.PostAsync($"/api/v1/mentions/{id}/intent", new { intent = "question", seen = "curiosity" });
        Assert.Equal(409, answer.Status);
        Assert.Equal("corrected", (string?)answer.Body!["what"]);
    }

    [Fact]
    public async Task A_reader_may_not_correct_and_nonsense_is_refused()
    {
        await using var api = await ApiHost.StartAsync();
        var id = await api.MentionAsync();
        using var reader = await api.ProgramAsync(Role.Reader);
        Assert.Equal(403, (await reader.PostAsync($"/api/v1/mentions/{id}/intent", new { intent = "complaint" })).Status);
        Assert.Equal(403, (await reader.DeleteAsync($"/api/v1/mentions/{id}/intent")).Status);
        using var drafter = await api.ProgramAsync(Role.Drafter, "Other");
        Assert.Equal(400, (await drafter.PostAsync($"/api/v1/mentions/{id}/intent", new { intent = "gossip" })).Status);
        Assert.Equal(400, (await drafter.PostAsync($"/api/v1/mentions/{id}/intent", new { })).Status);
        Assert.Equal(422, (await drafter.PostAsync($"/api/v1/mentions/{id}/intent", new { intent = "unsure" })).Status);
        Assert.Equal(404, (await drafter.PostAsync("/api/v1/mentions/none/intent", new { intent = "complaint" })).Status);
        Assert.Equal("curiosity", (string?)(await drafter.GetAsync($"/api/v1/mentions/{id}")).Body!["understanding"]!["intent"]);
    }
}
