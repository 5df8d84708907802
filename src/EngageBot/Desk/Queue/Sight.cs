using EngageBot.Approving;
using EngageBot.Model;
using Microsoft.AspNetCore.WebUtilities;

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

    /// <summary>The same as one text, which <see cref="OfQuery"/> reads again.</summary>
    public string Query => QueryString.Create(Address.Where(part => part.Value is not null).Select(part => KeyValuePair.Create(part.Key, (string?)part.Value))).Value!;

    public static Sight OfQuery(string query)
    {
        var parts = QueryHelpers.ParseQuery(query);
        return Of(Part("lane"), Part("order"), Part("language"), Part("account"), Part("assignee"), Part("q"));

        string? Part(string name) => parts.TryGetValue(name, out var values) ? values.ToString() : null;
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
