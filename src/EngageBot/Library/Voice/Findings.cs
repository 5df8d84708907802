namespace EngageBot.Library.Voice;

/// <summary>Where each kind of phrase stands in a text.</summary>
internal sealed class Findings
{
    private readonly Dictionary<string, List<Span>> spans = new(StringComparer.Ordinal);

    /// <summary>Takes a place in; one that overlaps the last of its kind only widens it.</summary>
    public void Add(string kind, int start, int end)
    {
        if (!spans.TryGetValue(kind, out var places))
            spans[kind] = places = [];
        if (places.Count > 0 && places[^1].End > start)
            places[^1] = new Span(places[^1].Start, Math.Max(end, places[^1].End));
        else
            places.Add(new Span(start, end));
    }

    public IReadOnlyList<Span> Of(string kind) => spans.TryGetValue(kind, out var places) ? places : [];

    public bool Has(string kind) => spans.ContainsKey(kind);
}

/// <summary>A stretch of a text.</summary>
internal readonly record struct Span(int Start, int End);
