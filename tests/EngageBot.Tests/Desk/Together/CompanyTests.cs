using EngageBot.Approving.Together;
using EngageBot.Desk.Letter;
using EngageBot.Desk.Together;
using EngageBot.Desk.Translation;
using EngageBot.Storage;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace EngageBot.Tests.Desk.Together;

public sealed class CompanyTests
{
    [Fact]
    public async Task Who_rests_for_two_minutes_lets_go_and_is_told_when_a_colleague_began_meanwhile()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var seen = await line.WaitingAsync();
        var (ana, anasWords) = Sit(line, "Ana");
        await using var leavingAna = ana;
        var (ben, _) = Sit(line, "Ben");
        await using var leavingBen = ben;
        var lost = new TaskCompletionSource();
        ana.Lost += () =>
        {
            lost.TrySetResult();
            return Task.CompletedTask;
        };
        Assert.True(await ana.WriteAsync(seen.Mention.Id));
        Assert.False(await ben.WriteAsync(seen.Mention.Id));
        Assert.InRange(await UntilLetGoAsync(line), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(3));
        Assert.True(await ben.WriteAsync(seen.Mention.Id));
        anasWords.Keep(seen.Mention.Id, "And another thought", "Ana");
        await Until.TrueAsync(
            () =>
            {
                line.Clock.Advance(TimeSpan.FromSeconds(1));
                return Task.FromResult(lost.Task.IsCompleted);
            },
            "Ana was not told.");
        Assert.Equal("Ben", ana.LostTo?.Person);
    }

    private static (Company Company, KeptWords Words) Sit(TestLine line, string person)
    {
        var words = new KeptWords(line.Approvals, new Phrases(new Phrasebooks()), line.Clock);
        var company = new Company(line.Get<Bell>(), line.Get<Presences>(), line.Get<Claims>(), words, line.Clock, NullLogger<Company>.Instance);
        company.Start(person);
        return (company, words);
    }

    /// <summary>Time passes, never faster than the desks renew what they hold; how long it took until nobody held anything.</summary>
    private static async Task<TimeSpan> UntilLetGoAsync(TestLine line)
    {
        var began = line.Clock.GetUtcNow();
        while (await HeldUntilAsync(line) is not null)
        {
            line.Clock.Advance(TimeSpan.FromSeconds(5));
            await Until.TrueAsync(async () => await HeldUntilAsync(line) is not { } until || until - line.Clock.GetUtcNow() >= TimeSpan.FromSeconds(15), "The desk did not renew what it held.");
        }
        return line.Clock.GetUtcNow() - began;
    }

    private static async Task<DateTimeOffset?> HeldUntilAsync(TestLine line) =>
        Moment.Of(await line.Database.ReadAsync(session => session.FirstOrDefaultAsync<long?>("SELECT until FROM claim"), CancellationToken.None));
}
