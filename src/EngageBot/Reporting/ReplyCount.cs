using EngageBot.Model;

namespace EngageBot.Reporting;

/// <summary>Sorts the facts of a period by intent, day, week and person.</summary>
internal sealed class ReplyCount
{
    private readonly Dictionary<string, Tally> byPerson = [];
    private readonly Dictionary<string, long> letBe = [];

    public ReplyCount(Period period)
    {
        for (var day = period.First; day <= period.Last; day = day.AddDays(1))
        {
            ByDay.Add(day, new Tally());
            ByWeek.TryAdd(Period.MondayOf(day), new Tally());
        }
    }

    public Tally All { get; } = new();

    public Dictionary<Intent, Tally> ByIntent { get; } = [];

    /// <summary>Every day of the period, quiet ones included.</summary>
    public SortedDictionary<DateOnly, Tally> ByDay { get; } = [];

    public SortedDictionary<DateOnly, Tally> ByWeek { get; } = [];

    public void Add(MentionFact fact)
    {
        foreach (var tally in Shelves(fact.Intent, fact.Day))
            tally.Add(fact);
        if (fact.Person is { } person)
            Of(byPerson, person).AddReply(fact);
    }

    public void AddHandling(Handled handled)
    {
        foreach (var tally in Shelves(handled.Intent, handled.Day))
            tally.AddHandling(handled.Milliseconds);
        Of(byPerson, handled.Person).AddHandling(handled.Milliseconds);
    }

    public void AddLetBe(string person, long number)
    {
        Of(byPerson, person);
        letBe[person] = number;
    }

    public IEnumerable<PersonRow> People() =>
        from pair in byPerson
        let sum = pair.Value.Sum()
        orderby pair.Key
        select new PersonRow(pair.Key, sum.Unchanged.Whole, letBe.GetValueOrDefault(pair.Key), sum.FirstReply, sum.Unchanged, sum.Handling);

    private IEnumerable<Tally> Shelves(Intent intent, DateOnly day)
    {
        yield return All;
        yield return Of(ByIntent, intent);
        if (ByDay.TryGetValue(day, out var ofDay))
            yield return ofDay;
        if (ByWeek.TryGetValue(Period.MondayOf(day), out var ofWeek))
            yield return ofWeek;
    }

    private static Tally Of<T>(Dictionary<T, Tally> tallies, T key) where T : notnull =>
        tallies.TryGetValue(key, out var tally) ? tally : tallies[key] = new Tally();
}
