namespace EngageBot.Sandbox.Followers;

/// <summary>Deals every card once before it shuffles again, so that nothing comes back too soon.</summary>
internal sealed class Deck<T>(IEnumerable<T> cards, Dice dice)
{
    private readonly List<T> cards = [.. cards];
    private int dealt = int.MaxValue;

    public T Deal()
    {
        if (dealt >= cards.Count)
        {
            dice.Shuffle(cards);
            dealt = 0;
        }

        return cards[dealt++];
    }
}
