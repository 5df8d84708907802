using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.BrowserTests;

/// <summary>A community manager has sixty mentions before them, a keyboard and no mouse.</summary>
public sealed partial class MorningTests(DeskFixture fixture, ITestOutputHelper output) : IClassFixture<DeskFixture>
{
    private const double KeysEach = 1.3;

    [Fact]
    public async Task Sixty_mixed_mentions_take_hardly_more_than_a_key_each()
    {
        foreach (var (mention, index) in Mentions.All.Select((mention, index) => (mention, index)))
            await fixture.House.WritesAsync($"morning_{index:00}", $"@HarbourTheatre {mention.Text}");
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync();
        await Expect(desk.Page.Locator(".bar-count")).ToContainTextAsync($"{Mentions.All.Count} waiting", new LocatorAssertionsToContainTextOptions { Timeout = 60_000 });
        await desk.ReloadAsync();

        var (keys, done, lone) = (0, 0, 0);
        while (await desk.Letter.CountAsync() > 0 && done < Mentions.All.Count)
        {
            var open = await OpenAsync(desk);
            await desk.Page.WaitForTimeoutAsync(320); // nothing is decided at first sight
            var pressed = Judge(await desk.Letter.InnerTextAsync(), Mentions.All[open]);
            foreach (var key in pressed)
            {
                await desk.PressAsync(key);
                if (key == "l" && pressed.Length > 1)
                    await desk.Page.Locator(".ask").WaitForAsync();
            }
            keys += pressed.Length;
            lone += pressed.Length == 1 ? 1 : 0;
            done++;
            await Expect(desk.Page.Locator(".desk")).Not.ToHaveAttributeAsync("data-mention", await IdAsync(desk, open));
        }

        output.WriteLine($"{done} mentions, {keys} keys: {(double)keys / done:0.00} each; {lone} with a single key");
        Assert.Equal(Mentions.All.Count, done);
        await Expect(desk.Page.Locator(".all-quiet")).ToBeVisibleAsync();
        Assert.True(keys <= KeysEach * done, $"{keys} keys for {done} mentions");
    }

    private readonly Dictionary<int, string> ids = [];

    private async Task<int> OpenAsync(DeskPage desk)
    {
        var handle = await desk.Letter.Locator(".person a").InnerTextAsync();
        var open = int.Parse(Number().Match(handle).Value, System.Globalization.CultureInfo.InvariantCulture);
        ids[open] = await desk.Page.Locator(".desk").GetAttributeAsync("data-mention") ?? "";
        return open;
    }

    private Task<string> IdAsync(DeskPage desk, int open) => Task.FromResult(desk.Page.IsClosed ? "" : ids[open]);

    /// <summary>As a person would who reads it: what wants no answer is let be, what is answered with the right thing goes out, what is not waits for a moment of peace.</summary>
    private static string[] Judge(string letter, MorningMention mention) =>
        mention.Wants is null ? letter.Contains("Better let it be", StringComparison.Ordinal) ? ["l"] : ["l", "1"]
        : letter.Contains("Better let it be", StringComparison.Ordinal) || letter.Contains("No words yet", StringComparison.Ordinal) ? ["s", "2"]
        : Regex.IsMatch(letter, mention.Wants, RegexOptions.IgnoreCase) ? ["a"] : ["s", "2"];

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
