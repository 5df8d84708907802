namespace EngageBot.Reporting;

/// <summary>Whether we talk with people or at them.</summary>
/// <param name="Talk">Of all our public posts, how many answered somebody.</param>
/// <param name="LastWeek">The same for the last seven days of the period.</param>
/// <param name="ByDay">For each day, and for the seven days that end with it.</param>
/// <param name="Conversations">Talks in which we said something.</param>
/// <param name="Turns">Posts in such a talk, theirs and ours, on average.</param>
/// <param name="CameBack">Of the people we answered, how many wrote to us again afterwards.</param>
/// <param name="AskedBack">Of our replies, how many asked something.</param>
/// <param name="Voices">Who is quoted from backstage, and how often.</param>
/// <param name="Freshness">How unlike our last 200 replies a reply is, 0 to 1, in the middle; null without replies.</param>
public sealed record DialogueReport(
    DateOnly First, DateOnly Last, string Zone, DateTimeOffset CountedAt,
    Share Talk, Share LastWeek, IReadOnlyList<TalkDay> ByDay,
    long Conversations, double? Turns, Share CameBack, Share AskedBack, IReadOnlyList<VoiceRow> Voices, double? Freshness)
{
    /// <summary>Brands, measured in 2016: 23 promotional messages for each response.</summary>
    public const double Brands = 0.04;

    /// <summary>The 100 largest nonprofits of the US, measured in 2012.</summary>
    public const double Nonprofits = 0.2;

    /// <summary>What a house that means it should reach.</summary>
    public const double Goal = 0.5;

    /// <summary>A handful of posts proves nothing.</summary>
    private const int Few = 4;

    /// <summary>More was told than talked in the last week.</summary>
    public bool SellsMore => IsSelling(LastWeek);

    /// <summary>Fewer of these posts answered somebody than did not.</summary>
    public static bool IsSelling(Share talk) => talk.Whole >= Few && talk.Part * 2 < talk.Whole;
}

/// <summary>One day of the ledger.</summary>
/// <param name="Talk">Posts that answered somebody.</param>
/// <param name="Broadcasts">Posts that answered nobody.</param>
/// <param name="Week">Talk among all posts of the seven days that end with this one.</param>
public sealed record TalkDay(DateOnly Day, long Talk, long Broadcasts, Share Week);

/// <summary>A maker whose words we passed on.</summary>
public sealed record VoiceRow(string Name, long Replies);
