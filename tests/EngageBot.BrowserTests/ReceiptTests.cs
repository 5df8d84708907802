using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.BrowserTests;

public sealed class ReceiptTests(ReceiptTests.Fixture desks) : IClassFixture<ReceiptTests.Fixture>
{
    [Fact]
    public async Task A_day_on_which_X_and_we_disagree_is_told_at_the_desk_until_somebody_has_looked_into_it()
    {
        await using var ana = await desks.AnaAsync();
        await ana.GoAsync("");
        await Expect(ana.Page.Locator(".talk-note")).ToContainTextAsync("disagree on 2 posts");
        await ShotAsync(ana, "receipt-note");
        await ana.Page.Locator(".talk-note a").ClickAsync();
        await Expect(ana.Page.Locator(".days > li").First).ToContainTextAsync("1906");
        await PicturesAsync();
        await ana.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "I have looked into it" }).ClickAsync();
        await Expect(ana.Page.Locator(".days > li").First).ToContainTextAsync("Ana has looked into it.");
        await ana.GoAsync("");
        await Expect(ana.Page.Locator(".talk-note")).ToHaveCountAsync(0);
    }

    private async Task PicturesAsync()
    {
        if (Environment.GetEnvironmentVariable("SHOTS") is null)
            return;
        foreach (var (scheme, width) in new[] { (ColorScheme.Light, 1440), (ColorScheme.Dark, 1440), (ColorScheme.Light, 390), (ColorScheme.Dark, 390) })
        {
            await using var desk = await desks.AnaAsync(scheme, width, 900, scheme == ColorScheme.Dark ? "de-DE" : "en-GB");
            await desk.GoAsync("receipt");
            await Expect(desk.Page.Locator(".days > li")).ToHaveCountAsync(3);
            await ShotAsync(desk, $"receipt-{scheme}-{width}");
        }
    }

    private static Task ShotAsync(DeskPage desk, string name) => Environment.GetEnvironmentVariable("SHOTS") is { } folder
        ? desk.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png") })
        : Task.CompletedTask;

    /// <summary>A house with three days behind it.</summary>
    public sealed class Fixture : DeskFixture
    {
        protected override async Task FillAsync()
        {
            var now = DateTimeOffset.UnixEpoch.AddMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
            await using var connection = new SqliteConnection($"Data Source={House.DatabaseFile};Default Timeout=30");
            await connection.OpenAsync();
            string[] days =
            [
                "40, 'waiting=6\nanswered=21\nlet-be=9\nanswered-elsewhere=3\nwithdrawn=1', 21, 4, 'not-held 1906234711200000001\nnot-shown 1906234711200000777', NULL, NULL",
                "31, 'waiting=2\nanswered=20\nlet-be=9', 20, 1, '', NULL, NULL",
                "12, 'answered=7\nlet-be=5', 7, 0, 'not-shown 1905000000000000001', NULL, 'Ben'",
            ];
            for (var back = 0; back < days.Length; back++)
            {
                var until = now.AddDays(-back);
                await using var command = connection.CreateCommand();
                command.CommandText =
                    $"""
                    INSERT INTO day_receipt (day, from_at, until_at, maker_until, made_at, seen, standing, sent, by_hand, differences, problem, settled_by)
                    VALUES ('{until.AddDays(-1):yyyy-MM-dd}', {until.AddDays(-1).ToUnixTimeMilliseconds()}, {until.ToUnixTimeMilliseconds()}, 0, {until.ToUnixTimeMilliseconds()}, {days[back]})
                    """;
                await command.ExecuteNonQueryAsync();
            }
        }
    }
}
