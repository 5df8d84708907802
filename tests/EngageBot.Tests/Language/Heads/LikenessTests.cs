using EngageBot.Language.Heads;
using Xunit;

namespace EngageBot.Tests.Language.Heads;

public sealed class LikenessTests : IDisposable
{
    // two examples of three numbers: (1, 0, 0) votes for the first outcome, (0, 2, 0) for the second
    private static readonly Likeness Two = new(3, [100, 0, 0, 0, 100, 0], [0.01f, 0.02f], [[1, 0], [0, 1]], [0.25f, -0.25f]);
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void An_example_itself_has_its_whole_vote_and_one_far_off_hardly_any()
    {
        var scores = Score(Two, [1, 0, 0]);
        Assert.Equal(1.25, scores[0], 0.001);
        Assert.Equal(-0.25 + Math.Exp(-Likeness.Sharpness * 5), scores[1], 0.001);
    }

    [Fact]
    public void What_is_like_nothing_known_is_judged_by_the_biases_alone() =>
        Assert.Equal([0.25f, -0.25f], Score(Two, [30, 30, 30]));

    [Fact]
    public void Only_the_numbers_that_examples_have_are_compared() =>
        Assert.Equal(Score(Two, [0, 1, 1]), Score(Two, [0, 1, 1, 7, 7]));

    [Fact]
    public void Examples_and_votes_come_back_as_they_were_written()
    {
        var small = SmallHeads.Set;
        HeadsFile.Write(
            new HeadSet(small.Heads, small.Buckets, small.Rarities, small.Weights) { Likeness = Two, Blend = new Blend([[1, 2, 3], [4, 5, 6]], [7, 8]) }, file);
        var back = HeadsFile.Read(file);
        Assert.Equal(3, back.Scores);
        Assert.Equal(Score(Two, [0.5f, 1, 0]), Score(back.Likeness!, [0.5f, 1, 0]));
        Assert.Equal([4, 5, 6], back.Blend!.Weights[1]);
    }

    private static float[] Score(Likeness likeness, float[] text)
    {
        var scores = new float[likeness.Outcomes];
        likeness.Score(text, scores);
        return scores;
    }
}
