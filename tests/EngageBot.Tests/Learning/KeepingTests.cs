using EngageBot.Learning.Fitting;
using EngageBot.Model;
using Xunit;

namespace EngageBot.Tests.Learning;

public sealed class KeepingTests
{
    [Fact]
    public void Complaints_that_are_found_are_worth_a_few_mentions_too_many() =>
        Assert.Null(Keeping.WhyNot([.. PutRight(Intent.Complaint, 4), .. MadeWrong(Intent.Thanks, 5)]));

    [Fact]
    public void Of_other_intents_one_is_worth_one() =>
        Assert.Equal("it reads no better than the shipped heads", Keeping.WhyNot([.. PutRight(Intent.Chat, 4), .. MadeWrong(Intent.Thanks, 5)]));

    [Fact]
    public void A_gain_elsewhere_does_not_buy_complaints_that_are_missed() =>
        Assert.Equal("it misses complaints that were found before", Keeping.WhyNot([.. PutRight(Intent.Aside, 12), .. MadeWrong(Intent.Complaint, 3)]));

    [Fact]
    public void One_small_gain_could_be_chance() =>
        Assert.Equal("the gain could be chance", Keeping.WhyNot([.. PutRight(Intent.Chat, 1), .. Unchanged(Intent.Thanks, 30)]));

    [Fact]
    public void What_came_since_must_not_be_read_worse_than_by_the_version_before()
    {
        Answer[] since = [.. MadeWrong(Intent.Thanks, 2).Select(answer => answer with { Live = Intent.Thanks })];
        Assert.Equal("on what came since, it reads no better than the version before", Keeping.WhyNot([.. PutRight(Intent.Chat, 12), .. since]));
    }

    [Fact]
    public void A_leaning_is_chosen_by_what_its_mistakes_cost()
    {
        // unmoved it misses three complaints; a step to them takes four thank-yous for one
        var lessons = Enumerable.Repeat(Lesson(Intent.Complaint), 3).Concat(Enumerable.Repeat(Lesson(Intent.Thanks), 4)).ToList();
        var readings = lessons.ConvertAll(_ => Enumerable.Repeat(Intent.Thanks, 9).ToArray());
        readings.ForEach(reading => reading[^1] = Intent.Complaint);
        Assert.Equal(8, Leaning.Best([.. lessons.Select(lesson => (lesson, Array.Empty<float>()))], [.. readings], _ => true));
    }

    private static IEnumerable<Answer> PutRight(Intent intent, int count) => Many(intent, count, Other(intent), intent);

    private static IEnumerable<Answer> MadeWrong(Intent intent, int count) => Many(intent, count, intent, Other(intent));

    private static IEnumerable<Answer> Unchanged(Intent intent, int count) => Many(intent, count, intent, intent);

    private static IEnumerable<Answer> Many(Intent truth, int count, Intent shipped, Intent fitted) =>
        Enumerable.Range(0, count).Select(_ => new Answer(Lesson(truth), shipped, null, fitted));

    // what the mention says plays no part in the judgement
    private static Taught Lesson(Intent intent) => new(null!, [intent], null, 0);

    private static Intent Other(Intent intent) => intent == Intent.Question ? Intent.Chat : Intent.Question;
}
