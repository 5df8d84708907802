using EngageBot.Reading;

namespace EngageBot.Benchmarks.Quality;

/// <summary>What a head of the reader tells apart.</summary>
/// <param name="SideOf">True or false where a mention speaks for or against it, null where it says nothing.</param>
internal sealed record MentionHead(string Name, Func<LabelledMention, bool?> SideOf)
{
    // what is mixed up most: told apart by a head that learns from nothing else
    private static readonly (string One, string Other)[] Pairs = [("complaint", "thanks"), ("complaint", "chat"), ("chat", "thanks"), ("chat", "aside")];

    /// <summary>A head for each intent against all others, and for the pairs.</summary>
    public static readonly IReadOnlyList<MentionHead> All =
    [
        .. IntentHeads.Names.Select(name => new MentionHead(name, mention => mention.Label == name)),
        .. Pairs.Select(pair => new MentionHead($"{pair.One} or {pair.Other}", mention => SideOfPair(mention.Label, pair.One, pair.Other))),
    ];

    private static bool? SideOfPair(string value, string one, string other) => value == one ? true : value == other ? false : null;
}
