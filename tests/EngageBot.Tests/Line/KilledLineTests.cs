using EngageBot.Sandbox.Hosting;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Line;

/// <summary>The real program, killed without a goodbye and started again.</summary>
public sealed class KilledLineTests
{
    private static readonly SandboxOptions Quiet = new() { HasFollowers = false, RateLimits = false };

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Killed_again_and_again_while_mentions_pour_in_it_loses_none_and_stores_none_twice(Engine engine)
    {
        await using var bot = await RunningBot.StartAsync(engine, Quiet);
        for (var wave = 0; wave < 3; wave++)
        {
            for (var number = 0; number < 150; number++)
                bot.Say($"f{wave}_{number}", $"@HarbourTheatre wave {wave}, hello number {number}");
            await Until.TrueAsync(async () => await bot.CountAsync("SELECT COUNT(*) FROM mention") > wave * 150, "Nothing came in.");
            await bot.KillAsync();
            await bot.StartAsync();
        }
        await Until.TrueAsync(async () => await bot.CountAsync("SELECT COUNT(*) FROM mention") >= 450, "Some were lost.");
        Assert.Equal(450, await bot.CountAsync("SELECT COUNT(DISTINCT post_id) FROM mention"));
        var receipt = await bot.GetAsync("/api/v1/receipt");
        Assert.Equal((450, true), ((int)receipt["seen"]!, (bool)receipt["balanced"]!));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Killed_in_the_undo_window_it_posts_once_after_the_restart(Engine engine)
    {
        await using var bot = await RunningBot.StartAsync(engine, Quiet, "--Approving:UndoSeconds=3");
        var mention = bot.Say("lena_k", "@HarbourTheatre thank you!");
        await bot.ApproveAsync(mention.IdText, "Thank you, Lena");
        await bot.KillAsync();
        Assert.Empty(bot.PublicReplies(mention.IdText));
        await bot.StartAsync();
        await Until.TrueAsync(async () => await bot.StateAsync(mention.IdText) == "answered", "It was never answered.");
        Assert.Single(bot.PublicReplies(mention.IdText));
    }
}
