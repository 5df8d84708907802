using System.Collections.Frozen;
using EngageBot.Model;

namespace EngageBot.Reading;

/// <summary>The phrases of one language that speak for an intent, as a tree of words, so that a text is read once.</summary>
internal sealed class CueBook
{
    private readonly Node root = new();

    private CueBook(IEnumerable<Cue> cues)
    {
        foreach (var cue in cues)
            Plant(cue);
    }

    /// <summary>One book for each language we have cues for.</summary>
    public static FrozenDictionary<string, CueBook> ReadAll() =>
        LanguageGuess.Known.ToFrozenDictionary(language => language, language => new CueBook(CueFile.Read(language)));

    public void Weigh(IReadOnlyList<string> stream, Evidence evidence)
    {
        for (var start = 0; start < stream.Count; start++)
        {
            var node = root;
            for (var index = start; index < stream.Count && node.Next.TryGetValue(stream[index], out node); index++)
                foreach (var cue in node.Ends)
                    evidence.Add(new Find(cue.Intent, cue.Weight, cue.Name, cue.Says, start, index));
        }
    }

    private void Plant(Cue cue)
    {
        var node = root;
        foreach (var word in cue.Words)
        {
            if (!node.Next.TryGetValue(word, out var next))
                node.Next[word] = next = new Node();
            node = next;
        }
        node.Ends.Add(cue);
    }

    private sealed class Node
    {
        public Dictionary<string, Node> Next { get; } = new(StringComparer.Ordinal);

        public List<Cue> Ends { get; } = [];
    }
}

/// <summary>A phrase that speaks for an intent, and how strongly.</summary>
/// <param name="Name">The phrase, or what several phrases say alike.</param>
/// <param name="Says">How that is told as a reason.</param>
internal sealed record Cue(Intent Intent, double Weight, IReadOnlyList<string> Words, string Name, string Says);
