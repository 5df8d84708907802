using Xunit;

namespace EngageBot.Tests.Library;

public sealed class SearchTests
{
    private static readonly DateOnly Day = new(2026, 11, 23);

    [Theory]
    [InlineData("what time do we have to be there, when do doors open?", "answers/doors")]
    [InlineData("my sister is in a wheelchair. is the balcony step free?", "answers/access")]
    [InlineData("are the dogs allowed in your bar", "answers/dogs")]
    public void The_answer_that_shares_the_telling_words_comes_first(string question, string id)
    {
        using var folder = Shelf();
        Assert.Equal(id, folder.Read().Snapshot.AnswersTo(question, "en", Day)[0].Entry.Id);
    }

    [Fact]
    public void A_question_that_nobody_foresaw_scores_low()
    {
        using var folder = Shelf();
        Assert.All(folder.Read().Snapshot.AnswersTo("who directed the film version in 1974?", "en", Day), found => Assert.True(found.Score < 0.5));
    }

    [Fact]
    public void A_question_about_one_show_finds_the_answer_about_that_show()
    {
        using var folder = new PromptFolder()
            .With("voice.yaml", "shows: [Low Water, Salt Letters]\n")
            .With("answers/low.md", "---\nquestion: How long is Low Water?\n---\nShort.")
            .With("answers/salt.md", "---\nquestion: How long is Salt Letters?\n---\nLong.");
        var words = folder.Read().Snapshot;
        Assert.Equal("answers/salt", words.AnswersTo("@harbourtheatre how long is salt letters please?", "en", Day)[0].Entry.Id);
        Assert.All(words.AnswersTo("who wrote Salt Letters?", "en", Day), found => Assert.True(found.Score < 0.5));
    }

    [Fact]
    public void An_answer_counts_on_its_days_and_in_its_language_only()
    {
        using var folder = new PromptFolder().With("answers/fair.md", "---\nquestion: Is there a fair?\nvalid_from: 2026-12-01\nvalid_until: 2026-12-24\n---\nYes.");
        var words = folder.Read().Snapshot;
        Assert.Empty(words.AnswersTo("is there a fair?", "en", new DateOnly(2026, 11, 30)));
        Assert.Single(words.AnswersTo("is there a fair?", "en", new DateOnly(2026, 12, 24)));
        Assert.Empty(words.AnswersTo("is there a fair?", "en", new DateOnly(2026, 12, 25)));
        Assert.Empty(words.AnswersTo("is there a fair?", "de", new DateOnly(2026, 12, 24)));
    }

    [Fact]
    public void A_snippet_keeps_to_its_embargo_and_expiry()
    {
        using var folder = new PromptFolder().With("backstage/table.md", "---\nteller: Ana\ntopics: [table]\nembargo_until: 2026-12-01\nexpires: 2026-12-31\n---\nit is long.");
        var words = folder.Read().Snapshot;
        Assert.Empty(words.SnippetsOn("what is the table?", "en", new DateOnly(2026, 11, 30)));
        Assert.Single(words.SnippetsOn("what is the table?", "en", new DateOnly(2026, 12, 1)));
        Assert.Empty(words.SnippetsOn("what is the table?", "en", new DateOnly(2027, 1, 1)));
    }

    [Fact]
    public void A_snippet_about_one_show_is_not_told_about_another()
    {
        using var folder = new PromptFolder()
            .With("voice.yaml", "shows: [Low Water, Salt Letters]\n")
            .With("backstage/rain.md", "---\nteller: Mo\nabout: Low Water\ntopics: [rain]\n---\nit hangs.");
        var words = folder.Read().Snapshot;
        Assert.Single(words.SnippetsOn("how is the rain in Low Water made?", "en", Day));
        Assert.Empty(words.SnippetsOn("how is the rain in Salt Letters made?", "en", Day));
        Assert.Empty(words.SnippetsOn("tell me about Low Water", "en", Day));
    }

    private static PromptFolder Shelf() => new PromptFolder()
        .With("answers/doors.md", "---\nquestion: When do the doors open?\nalso: [How early should we be there?]\n---\nAt seven.")
        .With("answers/access.md", "---\nquestion: Is the theatre step free?\nalso: [Can I book a wheelchair space?, Is the balcony accessible?]\n---\nThe stalls are.")
        .With("answers/dogs.md", "---\nquestion: Are dogs allowed?\nalso: [Can my dog come to the bar?]\n---\nIn the bar.");
}
