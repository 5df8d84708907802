using EngageBot.Approving;
using EngageBot.Model;

namespace EngageBot.Desk.Queue;

/// <summary>What a person looks at: a part of the queue, perhaps narrowed, in an order; or what a search found. The address holds it, so that it can be shared.</summary>
public sealed record Sight(Lane Lane)
{
    /// <summary>As the person wants it; null for the lane's own.</summary>
    public QueueOrder? Order { get; init; }

    public string? Language { get; init; }

    /// <summary>The handle of an account of ours.</summary>
    public string? Account { get; init; }

    /// <summary>A colleague's name; empty for what nobody was given.</summary>
    public string? Assignee { get; init; }

    /// <summary>What is searched for; null for the lane itself.</summary>
    public string? Sought { get; init; }

    /// <summary>In the order in which it is shown.</summary>
    public QueueOrder Sorting => Order ?? (Lane.History ? QueueOrder.Newest : QueueOrder.Due);

    /// <summary>The whole lane.</summary>
    public bool IsWhole => Language is null && Account is null && Assignee is null;

    public QueueView View(int limit) => Lane.View(limit) with { Order = Sorting, Language = Language, Account = Account, Assignee = Assignee };

    /// <summary>As the address says it; what it says wrongly is passed over.</summary>
    public static Sight Of(string? lane, string? order, string? language, string? account, string? assignee, string? sought) => new(Lane.Of(lane))
    {
        Order = order is not null && Words.TryParse<QueueOrder>(order, out var wanted) ? wanted : null,
        Language = Clean(language),
        Account = Clean(account),
        Assignee = assignee,
        Sought = Clean(sought),
    };

    /// <summary>The query of the address.</summary>
    public Dictionary<string, object?> Address => new()
    {
        ["lane"] = Lane.Key,
        ["order"] = Order is { } order ? Words.Of(order) : null,
        ["language"] = Language,
        ["account"] = Account,
        ["assignee"] = Assignee,
        ["q"] = Sought,
    };

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
