using Xunit;

namespace EngageBot.Tests.Library.Voice;

public sealed class TemplateEarTests
{
    private const string Good = "---\nturn: any\n---\nThank you, {{ first_name }}. Which scene stayed with you?\n";
    private const string Advert = "---\nturn: any\n---\nThank you! {% if first_name %}{{ first_name }}, don't miss our award-winning show, book now and save 20%.{% endif %}\n";

    [Fact]
    public void A_template_that_reads_like_an_advert_is_reported_and_its_last_good_version_stays()
    {
        using var folder = new PromptFolder().With("replies/thanks/warm.liquid", Good);
        var before = Assert.Single(folder.Read().Snapshot.Replies);

        var state = folder.With("replies/thanks/warm.liquid", Advert).Read();
        Assert.Same(before, Assert.Single(state.Snapshot.Replies));
        var problem = Assert.Single(state.Problems);
        Assert.Equal(("replies/thanks/warm.liquid", 4), (problem.File, problem.Line));
        Assert.Contains("reads like an advert", problem.Reason, StringComparison.Ordinal);
        Assert.Contains("“don't miss”", problem.Reason, StringComparison.Ordinal);

        Assert.Empty(folder.With("replies/thanks/warm.liquid", Good).Read().Problems);
    }

    [Fact]
    public void A_new_template_that_reads_like_an_advert_is_never_used()
    {
        using var folder = new PromptFolder().With("replies/thanks/new.liquid", Advert).With("replies/thanks/warm.liquid", Good);
        Assert.Equal("replies/thanks/warm", Assert.Single(folder.Read().Snapshot.Replies).Id);
    }

    [Fact]
    public void A_stricter_voice_takes_templates_out_of_use_and_a_milder_one_brings_them_back()
    {
        using var folder = new PromptFolder().With("replies/thanks/warm.liquid", Good);
        Assert.Single(folder.Read().Snapshot.Replies);

        var strict = folder.With("voice.yaml", "words:\n  never: [stayed with you]\nlint: { warn_below: 95, block_below: 90 }\n").Read();
        Assert.Empty(strict.Snapshot.Replies);
        Assert.Single(strict.Problems);

        var mild = folder.With("voice.yaml", "lint: { warn_below: 60, block_below: 30 }\n").Read();
        Assert.Single(mild.Snapshot.Replies);
        Assert.Empty(mild.Problems);
    }

    [Theory]
    [InlineData("replies/question/a.liquid", "---\nfor: answered\n---\n{{ answer }} {{ link }}\n")]
    [InlineData("replies/complaint/a.liquid", "---\nturn: any\n---\nI'm sorry, {{ first_name }}. Send me the date and I'll look for it.\n")]
    public void What_its_readers_ask_for_does_not_hold_a_template_back(string file, string text)
    {
        using var folder = new PromptFolder().With(file, text);
        Assert.Empty(folder.Read().Problems);
    }
}
