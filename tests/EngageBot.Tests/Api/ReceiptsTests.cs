using EngageBot.Model;
using EngageBot.Networks;
using EngageBot.People;
using EngageBot.Reporting;
using Xunit;

namespace EngageBot.Tests.Api;

public sealed class ReceiptsTests
{
    [Fact]
    public async Task The_comparison_names_each_post_on_which_X_and_we_disagree_and_says_when_X_cannot_be_asked()
    {
        await using var api = await ApiHost.StartAsync();
        using var program = await api.ProgramAsync(Role.Approver);
        await api.MentionAsync();
        api.Door.Network.Publish("77", "Typed on a phone");
        api.Door.Clock.Advance(TimeSpan.FromSeconds(1));
        var compared = (await program.GetAsync("/api/v1/receipt/comparison")).Body!;
        Assert.Equal((1, true, 0), ((int)compared["byHand"]!, (bool)compared["agrees"]!, compared["differences"]!.AsArray().Count));

        api.Door.Network.TimelineAnswer = new ReadOutcome<IReadOnlyList<Post>>.Failed("X is in trouble.");
        var failed = await program.GetAsync("/api/v1/receipt/comparison");
        Assert.Equal((502, "X is in trouble. Nothing is proven; try again later."), (failed.Status, failed.Detail));
    }

    [Fact]
    public async Task The_receipts_of_the_days_before_can_be_had_and_only_so_many_at_once()
    {
        await using var api = await ApiHost.StartAsync();
        using var program = await api.ProgramAsync(Role.Reader);
        var (book, day, now) = (api.Door.Get<DayReceiptBook>(), new DateOnly(2026, 5, 30), api.Door.Clock.GetUtcNow());
        await book.TakeAsync(day, now.AddDays(-1), now, CancellationToken.None);
        await book.KeepAsync(
            day, new Receipt(3, new Dictionary<MentionState, long> { [MentionState.Answered] = 2, [MentionState.LetBe] = 1 }),
            new Comparison(2, 0, [new Difference("1907", DifferenceKind.NotShown)]), null, CancellationToken.None);
        var kept = (await program.GetAsync("/api/v1/receipts?count=5")).Body![0]!;
        Assert.Equal(
            ("2026-05-30", 2, "1907", "not-shown", true),
            ((string)kept["day"]!, (int)kept["standing"]!["answered"]!, (string)kept["differences"]![0]!["postId"]!, (string)kept["differences"]![0]!["kind"]!, (bool)kept["isOpen"]!));
        Assert.Equal(400, (await program.GetAsync("/api/v1/receipts?count=0")).Status);
        Assert.Equal(403, (await program.GetAsync("/api/v1/receipt/comparison")).Status);
    }
}
