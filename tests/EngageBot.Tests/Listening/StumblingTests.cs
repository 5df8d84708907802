using EngageBot.Model;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Listening;

public sealed class StumblingTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_mention_that_makes_us_stumble_waits_for_a_person_and_keeps_nobody_else_waiting(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        await line.WaitingAsync(author: "first");
        var odd = line.Writes("@HarbourTheatre the seats were broken and nobody came to help, a disgrace", author: "odd");
        line.Network.Mentions.Remove(odd);
        line.Network.Mentions.Add(odd with { PostedAt = DateTimeOffset.MinValue });
        var other = await line.WaitingAsync(author: "other");
        var stumbled = await line.OpenByPostAsync(odd.Id);
        Assert.Equal((MentionState.NeedsAttention, MentionState.Waiting), (stumbled.Mention.State, other.Mention.State));
        Assert.Contains("read it yourself", stumbled.Mention.Understanding.Reasons[0], StringComparison.Ordinal);
        Assert.True((await line.ReceiptAsync()).Balanced);
    }
}
