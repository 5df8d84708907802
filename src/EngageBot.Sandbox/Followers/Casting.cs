namespace EngageBot.Sandbox.Followers;

/// <summary>Decides who speaks: sellers sell, hecklers insult, and one post in eight comes in another language.</summary>
internal sealed class Casting(IReadOnlyList<CastMember> cast, Dice dice)
{
    private const double OtherLanguages = 0.128; // of what is not spam or abuse, which are English here
    private const double GrumblingHecklers = 0.08;
    private const double NeighboursMentions = 0.4;

    private readonly Deck<CastMember> english = new(Crowd(cast, english: true), dice);
    private readonly Deck<CastMember> others = new(Crowd(cast, english: false), dice);
    private readonly Deck<CastMember> neighbours = new(cast.Where(member => member.Part == Part.Neighbour), dice);
    private readonly Deck<CastMember> sellers = new(cast.Where(member => member.Part == Part.Seller), dice);
    private readonly Deck<CastMember> hecklers = new(cast.Where(member => member.Part == Part.Heckler), dice);

    public CastMember For(Want want)
    {
        if (want == Want.Spam)
            return sellers.Deal();
        if (want == Want.Abuse || (want == Want.Complaint && dice.Chance(GrumblingHecklers)))
            return hecklers.Deal();
        if (want == Want.Aside && dice.Chance(NeighboursMentions))
            return neighbours.Deal();
        return dice.Chance(OtherLanguages) ? others.Deal() : english.Deal();
    }

    private static IEnumerable<CastMember> Crowd(IEnumerable<CastMember> cast, bool english) =>
        from member in cast
        where member.Part is Part.Guest or Part.Regular && (member.Follower.Language == "en") == english
        from again in Enumerable.Range(0, member.Part == Part.Regular ? 3 : 1)
        select member;
}
