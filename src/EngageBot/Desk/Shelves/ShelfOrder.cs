using EngageBot.Model;

namespace EngageBot.Desk.Shelves;

/// <summary>A column of the list.</summary>
/// <param name="Hint">What it counts, for the hover.</param>
/// <param name="Wide">Only where there is room.</param>
public sealed record ShelfColumn(string Name, string Hint, Func<ShelfEntry, IComparable> By, bool Number = true, bool Wide = true)
{
    public static ShelfColumn State { get; } = new(Phrase.Key("State"), Phrase.Key("When it may be said"), entry => (int)entry.State, Number: false);

    public static ShelfColumn Used { get; } = new(Phrase.Key("Used"), Phrase.Key("Replies that it had a part in"), entry => entry.Use.Used, Wide: false);

    public static IReadOnlyList<ShelfColumn> Fates { get; } =
    [
        Used,
        new(Phrase.Key("As it was"), Phrase.Key("Approved without a change"), entry => entry.Use.Unchanged),
        new(Phrase.Key("Edited"), Phrase.Key("Changed by a person before approval"), entry => entry.Use.Edited),
        new(Phrase.Key("Let be"), Phrase.Key("Proposed first, and the mention was let be"), entry => entry.Use.LetBe),
        new(Phrase.Key("Wrote back"), Phrase.Key("The follower wrote again after it"), entry => entry.Use.WroteBack),
    ];
}

/// <summary>In which order the list stands.</summary>
/// <param name="Column">Null for the usual order: by title, or the best finds first.</param>
public sealed record ShelfOrder(ShelfColumn? Column, bool Rising)
{
    public static ShelfOrder Usual { get; } = new(null, true);

    /// <summary>Most first at the first press, least first at the second, the usual order at the third.</summary>
    public ShelfOrder Press(ShelfColumn column) =>
        Column != column ? new ShelfOrder(column, Rising: false) : Rising ? Usual : this with { Rising = true };

    public string AriaSort(ShelfColumn column) => Column != column ? "none" : Rising ? "ascending" : "descending";

    public IReadOnlyList<ShelfEntry> Apply(IEnumerable<ShelfEntry> entries) =>
        Column is null ? [.. entries] : Rising ? [.. entries.OrderBy(Column.By)] : [.. entries.OrderByDescending(Column.By)];
}
