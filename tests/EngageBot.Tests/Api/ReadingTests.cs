using EngageBot.Model;
using EngageBot.People;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Api;

public sealed class ReadingTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task The_queue_is_walked_page_by_page_oldest_first(Engine engine)
    {
        await using var api = await ApiHost.StartAsync(engine);
        var expected = new List<string>();
        foreach (var minutesAgo in new[] { 50, 40, 30, 20, 10 })
            expected.Add(await api.MentionAsync(minutesAgo: minutesAgo));
        using var program = await api.ProgramAsync(Role.Reader);
        var walked = new List<string>();
        for (string? next = ""; next is not null;)
        {
            var page = (await program.GetAsync($"/api/v1/queue?limit=2&cursor={next}")).Body!;
            walked.AddRange(page["items"]!.AsArray().Select(item => (string)item!["id"]!));
            next = (string?)page["next"];
        }
        Assert.Equal(expected, walked);
    }

    [Fact]
    public async Task The_queue_shows_the_intents_that_were_asked_for()
    {
        await using var api = await ApiHost.StartAsync();
        await api.MentionAsync(intent: Intent.Thanks);
        var question = await api.MentionAsync(intent: Intent.Question);
        using var program = await api.ProgramAsync(Role.Reader);
        var items = (await program.GetAsync("/api/v1/queue?intent=question&intent=complaint")).Body!["items"]!.AsArray();
        Assert.Equal(question, (string?)Assert.Single(items)!["id"]);
    }

    [Theory]
    [InlineData("state=lost", "waiting")]
    [InlineData("intent=hunger", "question")]
    [InlineData("limit=0", "between 1 and 200")]
    [InlineData("cursor=xyz", "cursor")]
    [InlineData("limit=many", "limit")]
    public async Task A_query_that_cannot_be_meant_is_answered_with_what_can(string query, string hint)
    {
        await using var api = await ApiHost.StartAsync();
        using var program = await api.ProgramAsync(Role.Reader);
        var answer = await program.GetAsync($"/api/v1/queue?{query}");
        Assert.Equal(400, answer.Status);
        Assert.Contains(hint, answer.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mention_is_told_in_words_not_in_members()
    {
        await using var api = await ApiHost.StartAsync();
        var id = await api.MentionAsync();
        using var program = await api.ProgramAsync(Role.Reader);
        var mention = (await program.GetAsync($"/api/v1/mentions/{id}")).Body!;
        Assert.Equal("curiosity", (string?)mention["understanding"]!["intent"]);
        Assert.Equal("A pipe with holes.", (string?)mention["draft"]!["wordings"]![0]!["text"]);
        Assert.Equal("backstage/rain", (string?)mention["draft"]!["wordings"]![0]!["sources"]![0]);
        Assert.Equal("seen", (string?)mention["journal"]![0]!["what"]);
    }

    [Fact]
    public async Task The_receipt_of_a_day_counts_that_day_only()
    {
        await using var api = await ApiHost.StartAsync();
        await api.MentionAsync(minutesAgo: 5);
        await api.MentionAsync(minutesAgo: 5 + 24 * 60);
        using var program = await api.ProgramAsync(Role.Reader);
        var day = api.Door.Clock.GetUtcNow().AddMinutes(-5).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var ofDay = (await program.GetAsync($"/api/v1/receipt?day={day}")).Body!;
        var ever = (await program.GetAsync("/api/v1/receipt")).Body!;
        Assert.Equal(1, (long)ofDay["seen"]!);
        Assert.Equal(2, (long)ever["standing"]!["waiting"]!);
        Assert.True((bool)ever["balanced"]!);
    }

    [Fact]
    public async Task A_route_that_does_not_exist_points_to_the_document()
    {
        await using var api = await ApiHost.StartAsync();
        using var program = await api.ProgramAsync(Role.Reader);
        var answer = await program.GetAsync("/api/v1/mention");
        Assert.Equal(404, answer.Status);
        Assert.Contains("/openapi/v1.json", answer.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_document_lists_every_route_and_how_to_get_in()
    {
        await using var api = await ApiHost.StartAsync();
        using var stranger = api.Stranger();
        var document = (await stranger.GetAsync("/openapi/v1.json")).Body!;
        var routes = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(method => $"{method.Key} {path.Key}"));
        Assert.Equal(
            [
                "delete /api/v1/mentions/{id}/intent", "get /api/v1/followers/{handle}/export", "get /api/v1/makers", "get /api/v1/mentions/{id}", "get /api/v1/mentions/{id}/notes", "get /api/v1/queue", "get /api/v1/receipt",
                "get /api/v1/receipt/comparison", "get /api/v1/receipts",
                "get /api/v1/reports/dialogue", "get /api/v1/reports/dialogue/{table}.csv", "get /api/v1/reports/replies", "get /api/v1/reports/replies/{table}.csv",
                "get /api/v1/search", "post /api/v1/followers/{handle}/forget", "post /api/v1/lint", "post /api/v1/makers/{id}/remind", "post /api/v1/makers/{id}/snippet", "post /api/v1/makers/{id}/take-back",
                "post /api/v1/mentions/{id}/approve", "post /api/v1/mentions/{id}/ask-maker", "post /api/v1/mentions/{id}/assign", "post /api/v1/mentions/{id}/intent",
                "post /api/v1/mentions/{id}/let-be", "post /api/v1/mentions/{id}/notes", "post /api/v1/mentions/{id}/reopen", "post /api/v1/mentions/{id}/send-now", "post /api/v1/mentions/{id}/snooze",
                "post /api/v1/mentions/{id}/undo", "put /api/v1/mentions/{id}/draft",
            ],
            routes.Order(StringComparer.Ordinal));
        Assert.Equal("bearer", (string?)document["components"]!["securitySchemes"]!["token"]!["scheme"]);
        Assert.NotNull(document["security"]![0]!["token"]);
    }

    [Fact]
    public async Task The_document_spells_states_as_everything_else_does()
    {
        await using var api = await ApiHost.StartAsync();
        using var stranger = api.Stranger();
        var document = (await stranger.GetAsync("/openapi/v1.json")).Body!;
        var words = Enum.GetValues<MentionState>().Select(Words.Of).Order();
        var answered = document["components"]!["schemas"]!["MentionState"]!["enum"]!.AsArray();
        var asked = document["paths"]!["/api/v1/queue"]!["get"]!["parameters"]!.AsArray().Single(parameter => (string?)parameter!["name"] == "state");
        Assert.Equal(words, answered.Select(word => (string)word!).Order());
        Assert.Equal(words, asked!["schema"]!["enum"]!.AsArray().Select(word => (string)word!).Order());
    }
}
