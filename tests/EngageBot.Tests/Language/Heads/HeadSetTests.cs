using EngageBot.Language.Heads.Fitting;
using Xunit;

namespace EngageBot.Tests.Language.Heads;

public sealed class HeadSetTests
{
    [Theory]
    [InlineData("my screen is broken", true)]
    [InlineData("nobody answers", true)]
    [InlineData("lovely music", false)]
    public void What_was_learned_carries_over_to_new_sentences(string text, bool isComplaint) =>
        Assert.Equal(isComplaint, SmallHeads.Set.Heads.Calibrations[0].Of(SmallHeads.ScoreOf(SmallHeads.Set, text)) > 0.5);

    [Fact]
    public void Learning_twice_from_the_same_gives_the_same() =>
        Assert.Equal(SmallHeads.Set.Weights, SmallHeads.Fit().Weights);

    [Fact]
    public void A_calibrated_chance_meets_how_often_it_happens()
    {
        // of the scores below zero a tenth are positive, of those above nine tenths
        var scores = Enumerable.Range(0, 200).Select(index => index % 2 == 0 ? -1f : 1f).ToList();
        var truth = Enumerable.Range(0, 200).Select(index => (index % 2 == 0) == (index / 2 % 10 == 0)).ToList();
        var calibration = Platt.Fit(scores, truth);
        Assert.Equal(0.1, calibration.Of(-1), 0.02);
        Assert.Equal(0.9, calibration.Of(1), 0.02);
    }
}
