namespace EngageBot.Language.Search;

/// <summary>Keeps the best few of many, best first; of equals the earlier one.</summary>
internal sealed class Closest(int most)
{
    private readonly Ranked[] room = new Ranked[most];
    private int count;

    public ReadOnlySpan<Ranked> Found => room.AsSpan(0, count);

    public void Offer(Ranked entry)
    {
        if (count == most && (most == 0 || entry.Height <= room[^1].Height))
            return;
        var index = count < most ? count++ : count - 1;
        for (; index > 0 && room[index - 1].Height < entry.Height; index--)
            room[index] = room[index - 1];
        room[index] = entry;
    }
}
