namespace EngageBot.Library.Voice;

/// <summary>Phrases and what they are a sign of, as a tree of words, so that a text is read once.</summary>
internal sealed class PhraseBook
{
    public const string Clause = "^";
    public const string Any = "*";
    public const string Number = "<n>";
    public const string Price = "<price>";

    private readonly Node anywhere = new();
    private readonly Node atClause = new();

    public void Plant(string kind, IReadOnlyList<string> words)
    {
        var node = words[0] == Clause ? atClause : anywhere;
        foreach (var word in words.Skip(words[0] == Clause ? 1 : 0))
        {
            if (!node.Next.TryGetValue(word, out var next))
                node.Next[word] = next = new Node();
            node = next;
        }
        if (!node.Kinds.Contains(kind))
            node.Kinds.Add(kind);
    }

    /// <summary>Every phrase found in a speech; overlapping ones of one kind as one.</summary>
    public void Find(Speech speech, Findings found)
    {
        for (var start = 0; start < speech.Words.Count; start++)
        {
            Walk(anywhere, speech.Words, start, start, found);
            if (speech.Words[start].OpensClause)
                Walk(atClause, speech.Words, start, start, found);
        }
    }

    private static void Walk(Node node, IReadOnlyList<SpokenWord> words, int start, int index, Findings found)
    {
        foreach (var kind in node.Kinds)
            found.Add(kind, words[start].Start, words[index - 1].End);
        if (index == words.Count || (index > start && words[index].OpensSentence))
            return;
        var word = words[index];
        if (node.Next.TryGetValue(word.Text, out var next))
            Walk(next, words, start, index + 1, found);
        if (node.Next.TryGetValue(Any, out var any))
            Walk(any, words, start, index + 1, found);
        if (word.IsNumber && node.Next.TryGetValue(Number, out var number))
            Walk(number, words, start, index + 1, found);
        if (word.IsPrice && node.Next.TryGetValue(Price, out var price))
            Walk(price, words, start, index + 1, found);
    }

    private sealed class Node
    {
        public Dictionary<string, Node> Next { get; } = new(StringComparer.Ordinal);

        public List<string> Kinds { get; } = [];
    }
}
