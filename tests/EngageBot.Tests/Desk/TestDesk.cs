using EngageBot.Approving;
using EngageBot.Approving.Finding;
using EngageBot.Desk.Letter;
using EngageBot.Desk.Queue;
using EngageBot.Desk.Shell;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;

namespace EngageBot.Tests.Desk;

/// <summary>A person at the desk over the real line, without a browser.</summary>
internal sealed class TestDesk : IAsyncDisposable
{
    private TestDesk(TestLine line, string person)
    {
        Line = line;
        var queue = line.Get<ApprovalQueue>();
        var mentions = line.Get<MentionDesk>();
        Sitting = new Sitting(new QueueFeed(queue, line.Get<MentionSearch>()), mentions, line.Approvals, new Deeds(queue, mentions, Speaking.English, line.Clock), new KeptWords(line.Approvals, Speaking.English, line.Clock), Speaking.English, line.Clock)
        {
            Rights = new Rights(person, MayDraft: true, MayDecide: true),
        };
    }

    public TestLine Line { get; }

    public Sitting Sitting { get; }

    public string? Open => Sitting.Letter?.Mention.Post.Author.Handle;

    /// <summary>Ana before a queue with one letter from each of these, who wrote a minute apart.</summary>
    public static async Task<TestDesk> AnaAsync(params string[] writers)
    {
        var line = await TestLine.StartAsync(Engine.Sqlite);
        foreach (var writer in writers)
        {
            line.Writes($"@HarbourTheatre thank you so much, wonderful concert! {writer}", writer);
            line.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        await line.ListenAsync();
        var desk = new TestDesk(line, "Ana");
        await desk.SitDownAsync();
        return desk;
    }

    /// <summary>The same person after a reload of the page, or a colleague.</summary>
    public async Task<TestDesk> AgainAsync(string person = "Ana")
    {
        var desk = new TestDesk(Line, person);
        await desk.SitDownAsync();
        return desk;
    }

    /// <summary>Reads what lies open, which takes longer than a glance.</summary>
    public void Read() => Line.Clock.Advance(TimeSpan.FromSeconds(1));

    public async Task ApproveAsync(string? words = null)
    {
        Read();
        if (words is not null)
            Sitting.Type(Sitting.Words!, words);
        await Sitting.ApproveAsync();
    }

    public ValueTask DisposeAsync() => Line.DisposeAsync();

    private Task SitDownAsync() => Sitting.SitDownAsync(new Sight(Lane.Waiting), null);
}
