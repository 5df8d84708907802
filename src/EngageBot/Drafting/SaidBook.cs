using System.Runtime.CompilerServices;
using EngageBot.Language;

namespace EngageBot.Drafting;

/// <summary>Texts that were said or proposed, ready to be compared with.</summary>
internal sealed class SaidBook
{
    // The same lists are asked about for every mention of a page; a book goes with its list.
    private static readonly ConditionalWeakTable<IReadOnlyList<string>, SaidBook> Books = [];

    private readonly Lock gate = new();
    private readonly HashSet<string> plain = new(StringComparer.Ordinal);
    private readonly List<TextPrint> prints = [];

    /// <summary>The book of a list; a list may have grown at its end since it was last asked about.</summary>
    public static SaidBook Of(IReadOnlyList<string> texts)
    {
        var book = Books.GetValue(texts, static _ => new SaidBook());
        lock (book.gate)
            for (var index = book.prints.Count; index < texts.Count; index++)
                book.Add(new TextPrint(texts[index]));
        return book;
    }

    /// <summary>Whether the very same words are in it.</summary>
    public bool Holds(TextPrint text) => plain.Contains(text.Plain);

    /// <summary>How near the nearest of its first or last texts comes.</summary>
    public double Nearest(TextPrint text, int first, int last)
    {
        var nearest = 0.0;
        for (var index = 0; index < prints.Count; index++)
            if (index < first || index >= prints.Count - last)
                nearest = Math.Max(nearest, prints[index].Likeness(text));
        return nearest;
    }

    private void Add(TextPrint print)
    {
        plain.Add(print.Plain);
        prints.Add(print);
    }
}
