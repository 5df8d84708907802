using EngageBot.Library;
using EngageBot.Library.Voice;
using Xunit;

namespace EngageBot.Tests.Library.Voice;

public sealed class OwnWordsTests
{
    private const string Gift = "There are two free tickets for the dress rehearsal, want them?";

    [Fact]
    public void A_free_ticket_is_welcome_while_its_offer_is_live() =>
        Assert.Contains("offer", Ear.Hear(Gift, rules: With("left: 2", "valid_until: 2026-06-01")).Rules());

    [Theory]
    [InlineData("left: 0", "valid_until: 2026-06-30")]
    [InlineData("left: 2", "valid_until: 2026-05-31")]
    public void A_free_ticket_is_an_advert_once_its_offer_is_used_up_or_over(string left, string until)
    {
        var report = Ear.Hear(Gift, rules: With(left, until));
        Assert.Contains("free", report.Rules());
        Assert.NotEqual(LintVerdict.Ok, report.Verdict);
    }

    [Fact]
    public void A_free_ticket_without_any_offer_is_an_advert() => Assert.NotEqual(LintVerdict.Ok, Ear.Hear(Gift).Verdict);

    [Fact]
    public void Words_that_we_never_use_cost_and_our_own_words_do_not()
    {
        var rules = Rules("words:\n  use: [world-class knots]\n  never: [punters]\n");
        Assert.Contains("never", Ear.Hear("The punters were quiet.", rules: rules).Rules());
        Assert.Equal(["ours"], Ear.Hear("They are world-class knots.", rules: rules).Rules());
    }

    [Fact]
    public void The_organisation_draws_the_lines()
    {
        Assert.Equal(LintVerdict.Warn, Ear.Hear("Quite.", rules: Rules("lint: { warn_below: 90, block_below: 10 }")).Verdict);
        Assert.Equal(LintVerdict.Block, Ear.Hear("Quite.", rules: Rules("lint: { warn_below: 90, block_below: 90 }")).Verdict);
    }

    [Theory]
    [InlineData("lint:\n  warn_below: 101\n", 2, "between 0 and 100")]
    [InlineData("lint:\n  block_below: 70\n", 2, "'warn_below' (60)")]
    [InlineData("lint:\n  warn: 70\n", 2, "Unknown key 'warn'")]
    [InlineData("words:\n  use: [tide]\n  never: [tide]\n", 3, "'tide' stands under")]
    [InlineData("words:\n  never: ['!']\n", 2, "no word")]
    [InlineData("offers:\n  - words: [matinee]\n    left: 1\n", 1, "lacks its 'name'")]
    [InlineData("offers:\n  - name: matinee\n    left: 1\n", 2, "needs 'words'")]
    [InlineData("offers:\n  - name: a\n    words: [a]\n    left: 1\n  - name: b\n    words: [b]\n    left: -1\n", 7, "below 0")]
    [InlineData("offers:\n  - name: a\n    words: [a]\n    valid_until: Friday\n", 4, "is no day")]
    public void What_cannot_be_meant_is_reported_with_its_line(string yaml, int line, string reason)
    {
        using var folder = new PromptFolder().With("voice.yaml", yaml);
        var problem = Assert.Single(folder.Read().Problems);
        Assert.Equal(("voice.yaml", line), (problem.File, problem.Line));
        Assert.Contains(reason, problem.Reason, StringComparison.Ordinal);
    }

    private static LintRules With(string left, string until) => Rules($"offers:\n  - name: rehearsal\n    words: [dress rehearsal]\n    {until}\n    {left}\n");

    private static LintRules Rules(string yaml) => FileParser.Voice(yaml).Lint;
}
