using System.Net;
using EngageBot.People;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Api;

public sealed class TokensTests
{
    [Fact]
    public async Task Without_a_token_nothing_is_told()
    {
        await using var api = await ApiHost.StartAsync();
        using var stranger = api.Stranger();
        var answer = await stranger.GetAsync("/api/v1/queue");
        Assert.Equal(401, answer.Status);
        Assert.Equal("application/problem+json", answer.Type);
        Assert.Contains("Authorization: Bearer", answer.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("eb_made-up")]
    [InlineData("something else")]
    public async Task A_made_up_token_is_refused(string token)
    {
        await using var api = await ApiHost.StartAsync();
        using var stranger = api.Stranger(token);
        Assert.Equal(401, (await stranger.GetAsync("/api/v1/queue")).Status);
    }

    [Fact]
    public async Task A_cookie_of_the_desk_opens_no_route_of_the_api()
    {
        await using var api = await ApiHost.StartAsync();
        using var ana = api.Door.NewBrowser();
        await ana.SignInAsync("Ana");
        Assert.NotNull(await ana.WhoAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, (await ana.OpenAsync("/api/v1/queue")).StatusCode);
    }

    [Fact]
    public async Task A_token_opens_no_page_of_the_desk()
    {
        await using var api = await ApiHost.StartAsync();
        using var program = await api.ProgramAsync(Role.Admin);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = api.Door.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", program.Token!.Text);
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/")).StatusCode);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_revoked_token_is_refused(Engine engine)
    {
        await using var api = await ApiHost.StartAsync(engine);
        using var program = await api.ProgramAsync(Role.Reader);
        Assert.Equal(200, (await program.GetAsync("/api/v1/queue")).Status);
        Assert.True(await api.Door.Get<ApiTokens>().RevokeAsync(program.Token!.Id, CancellationToken.None));
        Assert.Equal(401, (await program.GetAsync("/api/v1/queue")).Status);
    }

    [Fact]
    public async Task A_token_dies_with_its_owners_access_and_shrinks_with_their_role()
    {
        await using var api = await ApiHost.StartAsync();
        var (_, ben) = await api.Door.JoinAsync("Ben", Role.Approver);
        var id = await api.MentionAsync();
        var issued = await api.Door.Get<ApiTokens>().IssueAsync(ben, "Zapier", Role.Approver, CancellationToken.None);
        using var program = api.Stranger(issued!.Text);
        var roster = api.Door.Get<Roster>();
        await roster.ChangeRoleAsync(ben, Role.Reader, "Ana", CancellationToken.None);
        Assert.Equal(403, (await program.PostAsync($"/api/v1/mentions/{id}/let-be", new { reason = "no" })).Status);
        Assert.Equal(200, (await program.GetAsync("/api/v1/queue")).Status);
        await roster.DisableAsync(ben, "Ana", CancellationToken.None);
        Assert.Equal(401, (await program.GetAsync("/api/v1/queue")).Status);
        Assert.Null(await api.Door.Get<ApiTokens>().IssueAsync(ben, "another", Role.Reader, CancellationToken.None));
    }

    [Theory]
    [InlineData("approve", """{"text":"A pipe.","version":1}""")]
    [InlineData("let-be", """{"reason":"no"}""")]
    [InlineData("snooze", """{"until":"2030-01-01T00:00:00Z"}""")]
    [InlineData("reopen", "{}")]
    [InlineData("undo", "{}")]
    public async Task A_drafter_cannot_decide(string verb, string body)
    {
        await using var api = await ApiHost.StartAsync();
        var id = await api.MentionAsync();
        using var program = await api.ProgramAsync(Role.Drafter);
        var answer = await program.PostAsync($"/api/v1/mentions/{id}/{verb}", System.Text.Json.Nodes.JsonNode.Parse(body));
        Assert.Equal(403, answer.Status);
        Assert.Contains("approver role", answer.Detail, StringComparison.Ordinal);
        Assert.Equal("waiting", (string?)(await program.GetAsync($"/api/v1/mentions/{id}")).Body!["state"]);
    }

    [Fact]
    public async Task A_reader_reads_and_does_nothing_else()
    {
        await using var api = await ApiHost.StartAsync();
        var id = await api.MentionAsync();
        using var program = await api.ProgramAsync(Role.Reader);
        Assert.Equal(200, (await program.GetAsync($"/api/v1/mentions/{id}")).Status);
        Assert.Equal(403, (await program.PutAsync($"/api/v1/mentions/{id}/draft", new { text = "mine" })).Status);
        Assert.Equal(403, (await program.PostAsync($"/api/v1/mentions/{id}/approve", new { text = "mine", version = 1 })).Status);
    }

    [Fact]
    public async Task The_text_of_a_token_is_nowhere_in_the_database()
    {
        await using var api = await ApiHost.StartAsync();
        using var program = await api.ProgramAsync(Role.Reader);
        await program.GetAsync("/api/v1/queue");
        var file = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(api.Door.Database.Options.ConnectionString).DataSource;
        var secret = program.Token!.Text["eb_".Length..];
        Assert.NotEmpty(Files(file));
        Assert.All(Files(file), text => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        Assert.Contains(Files(file), text => text.Contains(Secret.Hash(program.Token.Text), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_owner_sees_when_a_token_was_last_used()
    {
        await using var api = await ApiHost.StartAsync();
        using var program = await api.ProgramAsync(Role.Reader);
        await program.GetAsync("/api/v1/queue");
        api.Door.Clock.Advance(TimeSpan.FromHours(1));
        await program.GetAsync("/api/v1/queue");
        var token = Assert.Single(await api.Door.Get<ApiTokens>().AllAsync(await api.Door.IdOfAsync("Ana"), CancellationToken.None));
        Assert.Equal(api.Door.Clock.GetUtcNow(), token.LastUsedAt);
    }

    // The file and its write-ahead log, read while the program has them open.
    private static List<string> Files(string file) =>
        [.. Directory.EnumerateFiles(Path.GetDirectoryName(file)!).Select(path =>
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            return reader.ReadToEnd();
        })];
}
