using EngageBot.Desk.Translation;
using EngageBot.Model;
using EngageBot.People;

namespace EngageBot.Desk.Verbs;

/// <summary>One thing that the palette finds.</summary>
/// <param name="Kind">What sort of thing, in English.</param>
/// <param name="Name">As the person reads it.</param>
/// <param name="Code">Of a verb; null for a place.</param>
/// <param name="Address">Of a place.</param>
/// <param name="Lane">Key of a part of the queue.</param>
internal sealed record PaletteItem(string Kind, string Name, string? Code = null, string? Address = null, string? Lane = null)
{
    private const int Shown = 12;

    private static readonly (string Name, string Address, Role Least)[] Pages =
    [
        (Phrase.Key("Queue"), "/", Role.Reader),
        (Phrase.Key("To find out"), "/find-out", Role.Reader),
        (Phrase.Key("Library"), "/library", Role.Reader),
        (Phrase.Key("Reports"), "/reports", Role.Reader),
        (Phrase.Key("Dialogue"), "/reports/dialogue", Role.Reader),
        (Phrase.Key("The house"), "/house", Role.Reader),
        (Phrase.Key("Receipt"), "/receipt", Role.Reader),
        (Phrase.Key("How it reads"), "/model", Role.Reader),
        (Phrase.Key("Keys and news"), "/keys", Role.Reader),
        (Phrase.Key("People"), "/people", Role.Admin),
        (Phrase.Key("Rules"), "/rules", Role.Admin),
        (Phrase.Key("Accounts"), "/accounts", Role.Admin),
        (Phrase.Key("Opening hours"), "/hours", Role.Admin),
        (Phrase.Key("Health"), "/health", Role.Admin),
        (Phrase.Key("Tokens"), "/tokens", Role.Admin),
    ];

    /// <summary>Everything this person may do or open from where they are.</summary>
    public static IEnumerable<PaletteItem> For(Role? role, bool hands, Phrases phrases) =>
    [
        .. hands ? Verb.All.Select(verb => new PaletteItem(Phrase.Key("Do"), phrases[verb.Name], Code: verb.Code)) : [],
        .. Queue.Lane.All.Select(lane => new PaletteItem(Phrase.Key("Part of the queue"), phrases[lane.Name], Address: $"/?lane={lane.Key}", Lane: lane.Key)),
        .. Pages.Where(page => role >= page.Least).Select(page => new PaletteItem(Phrase.Key("Page"), phrases[page.Name], Address: page.Address)),
    ];

    /// <summary>What fits the typed letters, the best first.</summary>
    public static IReadOnlyList<PaletteItem> Find(IEnumerable<PaletteItem> all, string typed) =>
    [
        .. all.Select(item => (Item: item, Score: Fuzzy.Score(typed, item.Name)))
            .Where(found => found.Score is not null)
            .OrderByDescending(found => typed.Length == 0 ? 0 : found.Score)
            .Take(Shown)
            .Select(found => found.Item),
    ];
}
