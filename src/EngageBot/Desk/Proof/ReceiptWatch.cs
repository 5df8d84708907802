using EngageBot.Desk.Shell;
using EngageBot.Reporting;

namespace EngageBot.Desk.Proof;

/// <summary>Looks now and then whether a day's receipt waits for somebody to look into it.</summary>
internal sealed class ReceiptWatch(DayReceiptBook book, ViewerClock viewer)
{
    private const int Days = 7;
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);
    private DateTimeOffset lookedAt;

    /// <summary>The latest day that nobody has looked into; null when all is right.</summary>
    public KeptReceipt? Open { get; private set; }

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (viewer.Now - lookedAt < Rest)
            return;
        lookedAt = viewer.Now;
        Open = (await book.LatestAsync(Days, cancellationToken)).FirstOrDefault(receipt => receipt.IsOpen);
    }
}
