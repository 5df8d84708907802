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
    private const int Visitors = 99_991;
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(10);

    private static readonly string[] FirstNames =
    [
        "Ada", "Bo", "Carl", "Dina", "Elif", "Finn", "Greta", "Hugo", "Ines", "Jan", "Kim", "Lea", "Mo", "Nora", "Olu", "Pia",
    ];

    private readonly PublicSquare square = venue.Square;
    private readonly TimeProvider clock = venue.Clock;

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
            var label = LabelOf(line, number);
            if (order.Name.Length > 0 && square.FindLabelled(order.Labelled(label)) is { } earlier)
            {
                number++;
                yield return new Replayed(label, earlier.IdText);
                continue;
            }

            if (!await HasRoomAsync(order, cancellationToken))
                yield break;
            if (order.PerSecond is { } rate && TimeSpan.FromSeconds(number / rate) - clock.GetElapsedTime(began) is { Ticks: > 0 } ahead)
                await Task.Delay(ahead, clock, cancellationToken);
            number++;
            yield return Publish(line, label, order);
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

    private Replayed Publish(string line, string label, ReplayOrder order)
    {
        var wanted = new NewPost(Visitor(label), Address(line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..], order.Account))
        {
            Label = order.Labelled(label),
            Late = venue.Faults.StrikeLateness(),
        };
        return new Replayed(label, square.Publish(wanted).IdText);
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

    /// <summary>The same person for the same label, and hardly ever one for two.</summary>
    private User Visitor(string label)
    {
        var seat = label.Aggregate(2166136261u, (hash, letter) => (hash ^ letter) * 16777619u) % Visitors;
        var name = FirstNames[seat % FirstNames.Length];
        return square.Enrol(string.Create(CultureInfo.InvariantCulture, $"{name}_row{seat}"), name);
    }
}

/// <param name="Holding">How many mentions may be unread at a time; the timeline cannot hold more than 800.</param>
internal sealed record ReplayOrder(User Account, int Limit, double? PerSecond, int Holding, TimeSpan Patience)
{
    /// <summary>Names the source: a line of it that was posted before is not posted again. Empty remembers nothing.</summary>
    public string Name { get; init; } = "";

    public string Labelled(string label) => Name.Length == 0 ? label : $"{Name}/{label}";
}

/// <summary>A line of the file and the post that was made of it.</summary>
internal sealed record Replayed(string Label, string PostId);
