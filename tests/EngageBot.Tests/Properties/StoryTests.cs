using CsCheck;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Properties;

/// <summary>Random stories of what people, followers, the network and crashes do, with every promise checked after every step.</summary>
public sealed class StoryTests
{
    [Fact]
    public async Task Whatever_happens_in_whatever_order_no_promise_is_broken()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        await Step.Stories.SampleAsync(story => JudgeAsync(line, story), iter: Effort.Times(40), threads: 1, print: story => string.Join("\n", story));
    }

    /// <summary>A story that breaks a promise is told as short as it can be.</summary>
    private static async Task JudgeAsync(TestLine line, List<Step> story)
    {
        if (await BrokenAsync(line, story) is not { } broken)
            return;
        for (var place = 0; place < story.Count;)
        {
            List<Step> shorter = [.. story.Take(place), .. story.Skip(place + 1)];
            if (await BrokenAsync(line, shorter) is { } still)
                (story, broken, place) = (shorter, still, 0);
            else
                place++;
        }
        Assert.Fail($"{broken}\nThe shortest story that shows it:\n{string.Join("\n", story)}");
    }

    private static async Task<string?> BrokenAsync(TestLine line, List<Step> story)
    {
        try
        {
            await Story.PlayAsync(line, story);
            return null;
        }
        catch (Exception exception)
        {
            return exception is Xunit.Sdk.XunitException ? exception.Message : exception.ToString();
        }
    }
}
