using EngageBot.Model;
using EngageBot.People;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Api;

public sealed class LintTests
{
    private const string Advert = "Don't miss our award-winning show! Book now and save 20%, last few seats.";

    [Fact]
    public async Task A_program_hears_how_a_text_sounds_and_why()
    {
        await using var api = await ApiHost.StartAsync();
        using var program = await api.ProgramAsync(Role.Reader);
        var answer = await program.PostAsync("/api/v1/lint", new { text = Advert });
        Assert.Equal(200, answer.Status);
        Assert.Equal("block", (string?)answer.Body!["verdict"]);
        Assert.InRange((int)answer.Body!["score"]!, 0, 29);
        var call = answer.Body!["findings"]!.AsArray().First(finding => (string?)finding!["rule"] == "call")!;
        Assert.Equal("Don't miss", Advert.Substring((int)call["start"]!, (int)call["length"]!));
        Assert.Contains("tells people to act", (string?)call["says"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_mention_at_hand_what_it_asked_for_costs_nothing()
    {
        await using var api = await ApiHost.StartAsync();
        using var program = await api.ProgramAsync(Role.Reader);
        var id = await api.MentionAsync("how much is a seat?", Intent.Question);
        var answer = await program.PostAsync("/api/v1/lint", new { text = "£14 in the gallery.", mentionId = id });
        Assert.DoesNotContain(answer.Body!["findings"]!.AsArray(), finding => (int)finding!["points"]! < 0);
    }

    [Fact]
    public async Task A_mention_that_is_not_there_is_a_404_and_no_text_a_400()
    {
        await using var api = await ApiHost.StartAsync();
        using var program = await api.ProgramAsync(Role.Reader);
        Assert.Equal(404, (await program.PostAsync("/api/v1/lint", new { text = "Hello", mentionId = "nowhere" })).Status);
        Assert.Equal(400, (await program.PostAsync("/api/v1/lint", new { words = "Hello" })).Status);
        Assert.Equal(422, (await program.PostAsync("/api/v1/lint", new { text = new string('a', 4001) })).Status);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_program_cannot_approve_an_advert_without_a_reason_either(Engine engine)
    {
        await using var api = await ApiHost.StartAsync(engine);
        var id = await api.MentionAsync();
        using var program = await api.ProgramAsync(Role.Approver);
        var refused = await program.PostAsync($"/api/v1/mentions/{id}/approve", new { text = Advert, version = 1 });
        Assert.Equal(422, refused.Status);
        Assert.Equal("reason", (string?)refused.Body!["needs"]);
        Assert.Contains("reads like an advert", refused.Detail, StringComparison.Ordinal);
        var taken = await program.PostAsync($"/api/v1/mentions/{id}/approve", new { text = Advert, version = 1, reason = "They asked on the phone" });
        Assert.Equal(200, taken.Status);
        var journal = (await program.GetAsync($"/api/v1/mentions/{id}")).Body!["journal"]!.AsArray();
        Assert.Equal("They asked on the phone", (string?)journal[^1]!["why"]);
    }
}
