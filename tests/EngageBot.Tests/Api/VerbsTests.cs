using EngageBot.Approving;
using EngageBot.People;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Api;

public sealed class VerbsTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_program_approves_in_the_name_of_its_owner(Engine engine)
    {
        await using var api = await ApiHost.StartAsync(engine);
        var id = await api.MentionAsync();
        using var program = await api.ProgramAsync(Role.Approver);
        var mention = (await program.GetAsync($"/api/v1/mentions/{id}")).Body!;
        var answer = await program.PostAsync($"/api/v1/mentions/{id}/approve", new { text = "A pipe with holes.", version = (long)mention["version"]! });
        Assert.Equal(200, answer.Status);
        Assert.Equal("answering", (string?)answer.Body!["state"]);
        var reply = (await program.GetAsync($"/api/v1/mentions/{id}")).Body!["reply"]!;
        Assert.Equal("Ana via token Zapier", (string?)reply["approvedBy"]);
        Assert.Equal("held", (string?)reply["state"]);
    }

    [Fact]
    public async Task Who_comes_second_is_told_who_was_faster()
    {
        await using var api = await ApiHost.StartAsync();
        var id = await api.MentionAsync();
        using var program = await api.ProgramAsync(Role.Approver);
        await api.Door.Get<Approvals>().LetBeAsync(id, "an inside joke", "Ben", CancellationToken.None);
        var answer = await program.PostAsync($"/api/v1/mentions/{id}/approve", new { text = "A pipe with holes.", version = 1 });
        Assert.Equal(409, answer.Status);
        Assert.Equal("application/problem+json", answer.Type);
        Assert.Equal("Ben was faster", answer.Title);
        Assert.Equal("Ben", (string?)answer.Body!["by"]);
        Assert.Equal("let-be", (string?)answer.Body!["what"]);
    }

    [Fact]
    public async Task An_approval_of_an_older_version_does_not_go_through()
    {
        await using var api = await ApiHost.StartAsync();
        var id = await api.MentionAsync();
        using var program = await api.ProgramAsync(Role.Approver);
        var answer = await program.PostAsync($"/api/v1/mentions/{id}/approve", new { text = "A pipe with holes.", version = 0 });
        Assert.Equal(409, answer.Status);
        Assert.Equal("The conversation moved on", answer.Title);
        Assert.Equal("waiting", (string?)(await program.GetAsync($"/api/v1/mentions/{id}")).Body!["state"]);
    }

    [Fact]
    public async Task Words_that_cannot_be_posted_are_refused_with_the_reason()
    {
        await using var api = await ApiHost.StartAsync();
        var id = await api.MentionAsync();
        using var program = await api.ProgramAsync(Role.Approver);
        var answer = await program.PostAsync($"/api/v1/mentions/{id}/approve", new { text = new string('a', 300), version = 1 });
        Assert.Equal(422, answer.Status);
        Assert.Contains("too long by 20", answer.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_let_be_or_snoozed_comes_back_by_undo_and_reopen()
    {
        await using var api = await ApiHost.StartAsync();
        var id = await api.MentionAsync();
        using var program = await api.ProgramAsync(Role.Approver);
        Assert.Equal("let-be", (string?)(await program.PostAsync($"/api/v1/mentions/{id}/let-be", new { reason = "an aside" })).Body!["state"]);
        Assert.Equal("waiting", (string?)(await program.PostAsync($"/api/v1/mentions/{id}/undo")).Body!["state"]);
        var until = api.Door.Clock.GetUtcNow().AddHours(2);
        Assert.Equal("snoozed", (string?)(await program.PostAsync($"/api/v1/mentions/{id}/snooze", new { until })).Body!["state"]);
        Assert.Equal("waiting", (string?)(await program.PostAsync($"/api/v1/mentions/{id}/reopen")).Body!["state"]);
    }

    [Fact]
    public async Task A_draft_is_kept_for_whoever_decides()
    {
        await using var api = await ApiHost.StartAsync();
        var id = await api.MentionAsync();
        using var program = await api.ProgramAsync(Role.Drafter);
        Assert.Equal(200, (await program.PutAsync($"/api/v1/mentions/{id}/draft", new { text = "Forty litres!" })).Status);
        var typed = (await program.GetAsync($"/api/v1/mentions/{id}")).Body!["typed"]!;
        Assert.Equal("Forty litres!", (string?)typed["text"]);
        Assert.Equal("Ana via token Zapier", (string?)typed["by"]);
    }

    [Fact]
    public async Task A_mention_that_does_not_exist_is_not_found_by_any_verb()
    {
        await using var api = await ApiHost.StartAsync();
        using var program = await api.ProgramAsync(Role.Approver);
        Assert.Equal(404, (await program.GetAsync("/api/v1/mentions/none")).Status);
        Assert.Equal(404, (await program.PostAsync("/api/v1/mentions/none/reopen")).Status);
        Assert.Equal(404, (await program.PutAsync("/api/v1/mentions/none/draft", new { text = "" })).Status);
    }

    [Theory]
    [InlineData("""{"text":"hello"}""")]
    [InlineData("""{"text":"hello","version":1,"sned":true}""")]
    [InlineData("""{"text":null,"version":1}""")]
    [InlineData("""{"text":"hello","version":"one"}""")]
    public async Task A_body_that_is_not_what_the_route_takes_is_refused_and_nothing_happens(string body)
    {
        await using var api = await ApiHost.StartAsync();
        var id = await api.MentionAsync();
        using var program = await api.ProgramAsync(Role.Approver);
        var answer = await program.PostAsync($"/api/v1/mentions/{id}/approve", System.Text.Json.Nodes.JsonNode.Parse(body));
        Assert.Equal(400, answer.Status);
        Assert.Contains("/openapi/v1.json", answer.Detail, StringComparison.Ordinal);
        Assert.Equal("waiting", (string?)(await program.GetAsync($"/api/v1/mentions/{id}")).Body!["state"]);
    }

    [Fact]
    public async Task A_huge_body_is_not_read()
    {
        await using var api = await ApiHost.StartAsync();
        using var program = await api.ProgramAsync(Role.Approver);
        var answer = await program.PutAsync("/api/v1/mentions/any/draft", new { text = new string('a', 100_000) });
        Assert.Equal(413, answer.Status);
        Assert.Equal("application/problem+json", answer.Type);
    }
}
