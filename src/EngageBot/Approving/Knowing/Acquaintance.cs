namespace EngageBot.Approving.Knowing;

/// <summary>What we know of somebody we have talked with: their own words and ours, nothing guessed and nothing counted.</summary>
/// <param name="Topics">What of our house they wrote of, the latest first.</param>
/// <param name="Told">What of the library they have been told, the latest first.</param>
public sealed record Acquaintance(IReadOnlyList<TheirTopic> Topics, IReadOnlyList<ToldThing> Told)
{
    public static Acquaintance None { get; } = new([], []);
}

/// <summary>A show or a thing backstage that they wrote of.</summary>
/// <param name="Name">As the library calls it.</param>
/// <param name="Words">As they said it.</param>
public sealed record TheirTopic(string Name, string Words, DateTimeOffset At);

/// <summary>A library entry that was in a reply to them.</summary>
/// <param name="Source">For example <c>backstage/rain-pipe</c>.</param>
/// <param name="Name">The question, or who told what.</param>
public sealed record ToldThing(string Source, string Name, DateTimeOffset At);
