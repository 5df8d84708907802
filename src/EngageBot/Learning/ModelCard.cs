using EngageBot.Model;

namespace EngageBot.Learning;

/// <summary>What a person should know of the reader: what it learned, from whom, and how often people agree with it.</summary>
/// <param name="Lessons">How many mentions people judged.</param>
/// <param name="People">How many people did.</param>
/// <param name="Live">The version that reads; null as shipped.</param>
public sealed record ModelCard(
    int Lessons, int People, DateTimeOffset? Since, DateTimeOffset? Latest, IReadOnlyList<IntentLessons> ByIntent, IReadOnlyList<AgreementOfWeek> Weeks,
    IReadOnlyList<LearnedVersion> Versions, long? Live)
{
    /// <summary>How many readings people corrected.</summary>
    public int Corrections => ByIntent.Sum(intent => intent.Corrections);

    /// <summary>How many of all judged mentions had been read as people see them; null before the first.</summary>
    public double? Agreement => ByIntent.Sum(intent => intent.Judged) is > 0 and var judged ? (double)ByIntent.Sum(intent => intent.Agreed) / judged : null;
}

/// <summary>What people said of the mentions that want this, in their judgement.</summary>
/// <param name="Agreed">So many had been read so.</param>
public sealed record IntentLessons(Intent Intent, int Judged, int Agreed, DateTimeOffset Latest)
{
    /// <summary>So many had been read otherwise.</summary>
    public int Corrections => Judged - Agreed;
}

/// <summary>The same week by week.</summary>
/// <param name="Monday">The first day of the week, in UTC.</param>
public sealed record AgreementOfWeek(DateOnly Monday, int Judged, int Agreed, IReadOnlyDictionary<Intent, IntentShare> ByIntent)
{
    public double Share => (double)Agreed / Judged;
}

/// <summary>So many of so many.</summary>
public sealed record IntentShare(int Agreed, int Judged);
