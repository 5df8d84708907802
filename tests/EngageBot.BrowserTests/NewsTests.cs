using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.BrowserTests;

/// <summary>What the desk tells of new mentions to those who want to hear.</summary>
public sealed class NewsTests(DeskFixture fixture) : IClassFixture<DeskFixture>
{
    private const string Recorder = """
        window.told = []; window.notes = 0; window.away = false;
        Object.defineProperty(document, "hidden", { get: () => window.away });
        window.Notification = class { static permission = "default"; static async requestPermission() { window.asked = true; return this.permission = window.answer ?? "granted"; }
          constructor(title, options) { window.told.push(`${title} | ${options.body}`); } };
        window.AudioContext = class { currentTime = 0; destination = {};
          createOscillator() { window.notes++; return { frequency: {}, connect: other => other, start() {}, stop() {} }; }
          createGain() { return { gain: { setValueAtTime() {}, exponentialRampToValueAtTime() {} }, connect: other => other }; } };
        """;

    [Fact]
    public async Task Nothing_is_heard_or_told_unless_the_person_wants_it()
    {
        await using var desk = await RecordedAsync("Nina");
        await desk.Page.EvaluateAsync("() => window.away = true");
        await fixture.House.WritesAsync("quiet_one", "@HarbourTheatre thank you, quietly");
        await Expect(desk.Row("quiet_one").First).ToBeVisibleAsync();
        Assert.Equal("0 0", await desk.Page.EvaluateAsync<string>("() => `${window.notes} ${window.told.length}`"));
        Assert.False(await desk.Page.EvaluateAsync<bool>("() => window.asked === true"));
    }

    [Fact]
    public async Task Who_wants_it_hears_of_new_mentions_and_reads_of_them_while_away()
    {
        await using var desk = await RecordedAsync("Nora");
        await desk.GoAsync("keys");
        await desk.Page.GetByLabel("A soft sound").CheckAsync();
        await desk.Page.WaitForFunctionAsync("() => window.notes === 2"); // a sample
        await desk.Page.GetByLabel("who wrote", new PageGetByLabelOptions { Exact = true }).CheckAsync();
        await desk.Page.WaitForFunctionAsync("() => window.asked === true");
        await fixture.House.WritesAsync("in_view", "@HarbourTheatre thank you, in view");
        await desk.Page.WaitForFunctionAsync("() => window.notes === 4");
        Assert.Empty(await desk.Page.EvaluateAsync<string[]>("() => window.told"));

        await desk.Page.EvaluateAsync("() => window.away = true");
        await fixture.House.WritesAsync("far_away", "@HarbourTheatre my secret words");
        await desk.Page.WaitForFunctionAsync("() => window.told.length === 1");
        Assert.Equal(["far_away writes to you | "], await desk.Page.EvaluateAsync<string[]>("() => window.told"));
    }

    [Fact]
    public async Task A_browser_that_refuses_is_believed()
    {
        await using var desk = await RecordedAsync("Nell");
        await desk.GoAsync("keys");
        await desk.Page.EvaluateAsync("() => window.answer = 'denied'");
        await desk.Page.GetByLabel("who wrote", new PageGetByLabelOptions { Exact = true }).ClickAsync();
        await Expect(desk.Page.GetByText("Your browser does not allow it")).ToBeVisibleAsync();
        await Expect(desk.Page.GetByLabel("nothing")).ToBeCheckedAsync();
    }

    private async Task<DeskPage> RecordedAsync(string name)
    {
        var desk = await fixture.JoinAsync(name, "approver");
        await desk.Page.AddInitScriptAsync(Recorder);
        await desk.ReloadAsync();
        return desk;
    }
}
