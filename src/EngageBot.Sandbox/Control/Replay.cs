using System.Globalization;
using System.Runtime.CompilerServices;
using EngageBot.Sandbox.Play;
using EngageBot.Sandbox.Square;

namespace EngageBot.Sandbox.Control;

/// <summary>Lets invented visitors post the lines of a file as mentions, no faster than the account can read them.</summary>
internal sealed class Replay(Venue venue)
{
    public const int Reachable = 800;
    private const string Placeholder = "__company__";
    private const int Visitors = 211;
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(10);

    private static readonly string[] FirstNames =
    [
        "Ada", "Bo", "Carl", "Dina", "Elif", "Finn", "Greta", "Hugo", "Ines", "Jan", "Kim", "Lea", "Mo", "Nora", "Olu", "Pia",
    ];

    private readonly PublicSquare square = venue.Square;
    private readonly TimeProvider clock = venue.Clock;
    private readonly ReplayMemory memory = new();

    public User? Account(string? handle) => handle is null
        ? venue.Accounts[0]
        : venue.Accounts.FirstOrDefault(account => account.Handle.Equals(handle.TrimStart('@'), StringComparison.OrdinalIgnoreCase));

    /// <summary>Yields each line as it is posted; ends early when nobody reads for as long as the patience lasts.</summary>
    public async IAsyncEnumerable<Replayed> PlayAsync(
        TextReader file, ReplayOrder order, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        var began = clock.GetTimestamp();
        while (number < order.Limit && await file.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Length == 0)
                continue;
            if (memory.Find(order.Name, LabelOf(line, number)) is { } earlier)
            {
                number++;
                yield return earlier;
                continue;
            }

            if (!await HasRoomAsync(order, cancellationToken))
                yield break;
            if (order.PerSecond is { } rate && TimeSpan.FromSeconds(number / rate) - clock.GetElapsedTime(began) is { Ticks: > 0 } ahead)
                await Task.Delay(ahead, clock, cancellationToken);
            yield return Publish(line, order, number++);
        }
    }

    private async Task<bool> HasRoomAsync(ReplayOrder order, CancellationToken cancellationToken)
    {
        var since = clock.GetTimestamp();
        while (venue.Readership.BacklogOf(order.Account) >= order.Holding)
        {
            if (clock.GetElapsedTime(since) >= order.Patience)
                return false;
            await Task.Delay(Breath, clock, cancellationToken);
        }

        return true;
    }

    private Replayed Publish(string line, ReplayOrder order, int number)
    {
        var label = LabelOf(line, number);
        var wanted = new NewPost(Visitor(number), Address(line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..], order.Account))
        {
            Label = label,
            Late = venue.Faults.StrikeLateness(),
        };
        return memory.Once(order.Name, label, () => square.Publish(wanted).IdText);
    }

    private static string LabelOf(string line, int number)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        return tab < 0 ? number.ToString(CultureInfo.InvariantCulture) : line[..tab];
    }

    private static string Address(string text, User account)
    {
        var handle = "@" + account.Handle;
        if (text.Contains(handle, StringComparison.OrdinalIgnoreCase))
            return text;
        return text.Contains(Placeholder, StringComparison.Ordinal)
            ? text.Replace(Placeholder, handle, StringComparison.Ordinal)
            : $"{handle} {text}";
    }

    private User Visitor(int number)
    {
        var seat = number % Visitors;
        var name = FirstNames[seat % FirstNames.Length];
        return square.Enrol(string.Create(CultureInfo.InvariantCulture, $"{name}_row{seat}"), name);
    }
}

/// <param name="Holding">How many mentions may be unread at a time; the timeline cannot hold more than 800.</param>
internal sealed record ReplayOrder(User Account, int Limit, double? PerSecond, int Holding, TimeSpan Patience)
{
    /// <summary>Names the source: a line of it that was posted before is not posted again. Empty remembers nothing.</summary>
    public string Name { get; init; } = "";
}
