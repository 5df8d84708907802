using System.Net;
using EngageBot.Tests.Api;
using Microsoft.Extensions.Logging.Testing;
using Xunit;

namespace EngageBot.Tests.People;

/// <summary>The page behind a maker's link, as a browser without cookies and scripts meets it.</summary>
public sealed class MakerPageTests
{
    [Fact]
    public async Task A_maker_answers_without_an_account_a_cookie_or_a_trace_of_the_key_in_the_log()
    {
        await using var api = await ApiHost.StartAsync();
        var mention = await api.MentionAsync("@HarbourTheatre how do you make it rain?");
        using var drafter = await api.ProgramAsync(EngageBot.People.Role.Drafter);
        var link = new Uri((string)(await drafter.PostAsync($"/api/v1/mentions/{mention}/ask-maker", new { maker = "Mo" })).Body!["link"]!);
        using var maker = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = api.Door.Address };
        using var page = await maker.GetAsync(link);
        var text = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());
        Assert.Contains("How do you make it rain?", text, StringComparison.Ordinal);
        Assert.Contains("@lena_k", text, StringComparison.Ordinal);
        Assert.DoesNotContain(">Lena<", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("noindex, nofollow, noarchive", string.Join(", ", page.Headers.GetValues("X-Robots-Tag")));
        Assert.Equal("no-referrer", string.Join("", page.Headers.GetValues("Referrer-Policy")));
        Assert.False(page.Headers.Contains("Set-Cookie"));

        var key = link.Query["?key=".Length..];
        using var tooLong = await PostAsync(maker, key, new string('x', 5000));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.StatusCode);
        Assert.Contains("5000 characters", await tooLong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var sent = await PostAsync(maker, key, "A pipe with holes, and Mo with a mop.");
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        for (var visit = 0; visit < 2; visit++)
        {
            using var thanks = await maker.GetAsync(sent.Headers.Location);
            Assert.Equal(HttpStatusCode.OK, thanks.StatusCode);
            Assert.Contains("Thank you, Mo!", WebUtility.HtmlDecode(await thanks.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }
        Assert.DoesNotContain(api.Door.Get<FakeLogCollector>().GetSnapshot(), entry => entry.Message.Contains(key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_tries_link_after_link_is_slowed_down_and_finds_nothing()
    {
        await using var door = await Door.OpenAsync();
        using var guesser = new HttpClient { BaseAddress = door.Address };
        var answers = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 41; attempt++)
            answers.Add((await guesser.GetAsync($"/maker?key=guess{attempt}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, answers[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    [Fact]
    public async Task Programs_ask_remind_take_back_and_keep()
    {
        await using var api = await ApiHost.StartAsync();
        var mention = await api.MentionAsync();
        using var drafter = await api.ProgramAsync(EngageBot.People.Role.Drafter);
        using var reader = await api.ProgramAsync(EngageBot.People.Role.Reader);
        Assert.Equal(403, (await reader.PostAsync($"/api/v1/mentions/{mention}/ask-maker", new { maker = "Mo" })).Status);
        Assert.Equal(404, (await drafter.PostAsync("/api/v1/mentions/none/ask-maker", new { maker = "Mo" })).Status);
        Assert.Equal(422, (await drafter.PostAsync($"/api/v1/mentions/{mention}/ask-maker", new { maker = " " })).Status);
        Assert.Equal(422, (await drafter.PostAsync($"/api/v1/mentions/{mention}/ask-maker", new { maker = "Mo", days = 400 })).Status);
        var id = (string)(await drafter.PostAsync($"/api/v1/mentions/{mention}/ask-maker", new { maker = "Mo", trade = "stage" })).Body!["id"]!;
        var listed = (await reader.GetAsync("/api/v1/makers")).Body!.AsArray().Single()!;
        Assert.Equal(("open", "stage", mention), ((string)listed["state"]!, (string)listed["trade"]!, (string)listed["mentionIds"]![0]!));
        Assert.StartsWith(api.Door.Address.ToString() + "maker?key=", (string)(await drafter.PostAsync($"/api/v1/makers/{id}/remind")).Body!["link"]!, StringComparison.Ordinal);
        Assert.Equal(422, (await drafter.PostAsync($"/api/v1/makers/{id}/snippet")).Status);
        Assert.Equal("taken-back", (string)(await drafter.PostAsync($"/api/v1/makers/{id}/take-back")).Body!["state"]!);
        Assert.Equal(409, (await drafter.PostAsync($"/api/v1/makers/{id}/take-back")).Status);
        Assert.Equal(404, (await drafter.PostAsync("/api/v1/makers/none/remind")).Status);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient maker, string key, string words) =>
        maker.PostAsync("/maker", new FormUrlEncodedContent([KeyValuePair.Create("key", key), KeyValuePair.Create("words", words), KeyValuePair.Create("name", "Mo")]));
}
