using EngageBot.Language.Features;
using EngageBot.Language.Heads;

namespace EngageBot.Reading;

/// <summary>What the people of this house taught: a push for each step of a reading, added to the log-odds that the shipped heads give.</summary>
internal sealed class OwnHeads
{
    /// <summary>The head that says whether a reply is welcome, whatever the intent.</summary>
    public const string Welcome = "welcome";

    /// <summary>The place of the step that tells complaints.</summary>
    public static readonly int ComplaintStep = Array.IndexOf(IntentSteps.Names, "complaint");

    private readonly int welcome;
    private readonly int[] places;

    /// <exception cref="HeadsException">They were fitted for a reader that sees something else.</exception>
    public OwnHeads(HeadSet set)
    {
        if (set.Heads.DenseLength != IntentHeads.DenseLength)
            throw new HeadsException("The learned weights belong to another version of the program.");
        Set = set;
        places = [.. IntentSteps.Names.Select(name => set.Heads[name])];
        welcome = set.Heads[Welcome];
    }

    public HeadSet Set { get; }

    /// <summary>Every head that is fitted, in the order of the steps.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. IntentSteps.Names, Welcome];

    /// <summary>Moves the log-odds of each step; gives the push for a reply being welcome.</summary>
    public float Push(GramBag bag, ReadOnlySpan<float> dense, Span<float> odds)
    {
        Span<float> pushes = stackalloc float[Set.Heads.Count];
        Set.Score(bag, dense, pushes);
        for (var step = 0; step < places.Length; step++)
            odds[step] += pushes[places[step]];
        return pushes[welcome];
    }

    /// <summary>The pushes for a mention that was studied, in the order of <see cref="Names"/>.</summary>
    public float[] PushesFor(StudiedMention mention)
    {
        var pushes = new float[Set.Heads.Count];
        Set.Score(mention.Grams.Bag(), mention.Dense, pushes);
        return [.. places.Select(place => pushes[place]), pushes[welcome]];
    }
}
