using EngageBot.Sandbox.Followers;

namespace EngageBot.Benchmarks.Season;

/// <summary>Who comes in a season: the sandbox's cast, and people like them under names of their own until the house is full.</summary>
internal static class Audience
{
    public static IEnumerable<(CastMember Member, Temper Temper)> Of(int people, int seed)
    {
        CastMember[] cast = [.. Script.Shared.Of("cast", "any").Select(CastMember.Parse)];
        var guests = Array.FindAll(cast, member => member.Part is Part.Guest or Part.Regular);
        for (var seat = 0; seat < people; seat++)
        {
            var member = seat < cast.Length ? cast[seat] : Like(guests[(seat * 7) % guests.Length], seat);
            yield return (member, Temper.At(Dice.For(seed, "temper", member.Follower.Handle).Below(100)));
        }
    }

    private static CastMember Like(CastMember other, int seat) =>
        other with { Follower = other.Follower with { Handle = $"{other.Follower.Handle[..Math.Min(10, other.Follower.Handle.Length)]}_{seat}" } };
}
