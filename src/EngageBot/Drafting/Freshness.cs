using System.Runtime.CompilerServices;
using EngageBot.Language;
using EngageBot.Model;

namespace EngageBot.Drafting;

/// <summary>Knows what we said before: X refuses the same text twice, and people notice nearly the same.</summary>
internal sealed class Freshness
{
    private const double TooClose = 0.75;
    private const int LookBack = 12;

    // The same few hundred texts are asked about for every mention of a page; an entry goes with its text.
    private static readonly ConditionalWeakTable<string, Gist> Gists = [];

    private readonly HashSet<string> said;
    private readonly HashSet<string> proposed;
    private readonly List<Gist> recent;

    public Freshness(Talk talk)
    {
        said = [.. talk.OurWords.Select(text => Of(text).Words)];
        proposed = [.. talk.Proposed.Select(text => Of(text).Words)];
        recent = [.. talk.OurWords.Concat(talk.Proposed).Take(LookBack).Select(Of)];
    }

    /// <summary>Whether we said just that, handles and punctuation aside.</summary>
    public bool WasSaid(string text) => said.Contains(Of(text).Words);

    /// <summary>Whether it would sound like something we said lately, or propose to say to somebody else.</summary>
    public bool IsWorn(string text) => Of(text) is var gist && (proposed.Contains(gist.Words) || recent.Exists(gist.IsCloseTo));

    private static Gist Of(string text) => Gists.GetValue(text, static text => new Gist(text));

    /// <summary>A text without handles and punctuation.</summary>
    private sealed class Gist
    {
        private readonly HashSet<string> distinct;

        public Gist(string text)
        {
            var words = Tokenizer.Split(text).Where(token => token.Kind is not (TokenKind.Handle or TokenKind.Mark)).Select(token => token.Text).ToList();
            Words = string.Join(' ', words);
            distinct = [.. words];
        }

        public string Words { get; }

        public bool IsCloseTo(Gist earlier) =>
            earlier.distinct.Count(distinct.Contains) is var shared && shared > TooClose * (earlier.distinct.Count + distinct.Count - shared);
    }
}
