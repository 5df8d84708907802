using EngageBot.Approving;
using EngageBot.Model;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Approving;

public sealed class QueueOrderTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task What_is_due_stands_first_and_who_likes_has_the_plain_order(Engine engine)
    {
        await using var line = await MixedAsync(engine);
        Assert.Equal(["tonight", "cross", "plain", "late"], await HandlesAsync(line, new QueueView(Order: QueueOrder.Due)));
        Assert.Equal(["plain", "cross", "tonight", "late"], await HandlesAsync(line, new QueueView(Order: QueueOrder.Oldest)));
        Assert.Equal(["late", "tonight", "cross", "plain"], await HandlesAsync(line, new QueueView(Order: QueueOrder.Newest)));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Every_order_is_walked_page_by_page_in_both_directions(Engine engine)
    {
        await using var line = await MixedAsync(engine);
        foreach (var order in Enum.GetValues<QueueOrder>())
        {
            var whole = await line.Get<ApprovalQueue>().ListAsync(new QueueView(Order: order), CancellationToken.None);
            var view = new QueueView(Limit: 2, Order: order) { After = QueueCursor.Of(whole[1], order) };
            Assert.Equal(whole.Skip(2), await line.Get<ApprovalQueue>().ListAsync(view, CancellationToken.None));
            Assert.Equal([whole[0]], await line.Get<ApprovalQueue>().ListAsync(view with { Upwards = true }, CancellationToken.None));
            Assert.Equal(1, await line.Get<ApprovalQueue>().RankAsync(view, view.After!, CancellationToken.None));
        }
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_correction_moves_a_mention_to_where_it_belongs(Engine engine)
    {
        await using var line = await MixedAsync(engine);
        var queue = line.Get<ApprovalQueue>();
        var late = (await queue.ListAsync(new QueueView(), CancellationToken.None)).Single(item => item.Author.Handle == "late");
        await line.Get<Corrections>().CorrectAsync(late.Id, Intent.Complaint, null, "Ana", CancellationToken.None);
        Assert.Equal(["tonight", "cross", "late", "plain"], await HandlesAsync(line, new QueueView(Order: QueueOrder.Due)));
        await line.Get<Corrections>().TakeBackAsync(late.Id, "Ana", CancellationToken.None);
        Assert.Equal(["tonight", "cross", "plain", "late"], await HandlesAsync(line, new QueueView(Order: QueueOrder.Due)));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Who_had_a_reply_of_ours_stands_a_little_higher(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        await line.ApprovedAsync();
        await line.PostAsync();
        line.Writes("@HarbourTheatre thank you for the lovely evening", "stranger");
        line.Clock.Advance(TimeSpan.FromMinutes(10));
        line.Writes("@HarbourTheatre thank you for the lovely afternoon");
        await line.ListenAsync();
        Assert.Equal(["lena_k", "stranger"], await HandlesAsync(line, new QueueView(Order: QueueOrder.Due)));
    }

    private static async Task<TestLine> MixedAsync(Engine engine)
    {
        var line = await TestLine.StartAsync(engine);
        foreach (var (author, text) in new[]
        {
            ("plain", "thank you for a lovely evening"), ("cross", "I queued for an hour in the rain, this was awful"), ("tonight", "what time do the doors open tonight?"), ("late", "thank you for a lovely afternoon"),
        })
        {
            line.Writes($"@HarbourTheatre {text}", author);
            line.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        await line.ListenAsync();
        return line;
    }

    private static async Task<IEnumerable<string>> HandlesAsync(TestLine line, QueueView view) =>
        (await line.Get<ApprovalQueue>().ListAsync(view, CancellationToken.None)).Select(item => item.Author.Handle);
}
