namespace EngageBot.Desk.Verbs;

/// <summary>Who carries out verbs on the open page; the palette asks it, wherever it was opened.</summary>
public sealed class Hands
{
    /// <summary>Does what a code stands for; null on pages that have no letter open.</summary>
    public Func<string, Task>? Press { get; set; }

    /// <summary>Lays a mention open; null on pages that have no letter open.</summary>
    public Func<string, Task>? Open { get; set; }

    /// <summary>Turns to the part of the queue with this key; null on other pages, which an address leads away from.</summary>
    public Func<string, Task>? TurnTo { get; set; }
}
