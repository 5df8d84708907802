using EngageBot.Library;
using EngageBot.Tests.Language.Encoder;
using Xunit;

namespace EngageBot.Tests.Library;

public sealed class ShippedAnswersTests
{
    // as in drafting: from here on an answer is put into a reply
    private const double GoodEnough = 0.5;
    private static readonly LibrarySnapshot Words = Load();

    [Theory]
    [InlineData("@HarbourTheatre would my seven year old enjoy it or is it too grown up?", "age")]
    [InlineData("@HarbourTheatre can you get something to eat before curtain up?", "bar")]
    [InlineData("we're coming tonight. may I bring my guide dog?", "dogs")]
    [InlineData("I can't make it on friday, could I move my booking to another night?", "exchange")]
    [InlineData("where's the nearest car park?", "parking")]
    [InlineData("is there a lift to the balcony for a wheelchair user? @HarbourTheatre", "step-free")]
    [InlineData("are you open over christmas?", "summer")]
    public void A_question_in_somebodys_own_words_gets_its_answer(string question, string id)
    {
        var best = Words.AnswersTo(question, "en", new DateOnly(2026, 11, 23))[0];
        Assert.Equal($"answers/{id}", best.Entry.Id);
        Assert.True(best.Score >= GoodEnough, $"{best.Score:f2}");
    }

    [Theory]
    [InlineData("who composed the music for Salt Letters?")]
    [InlineData("does the theatre have a ghost?")]
    [InlineData("how much does the artistic director earn?")]
    [InlineData("what is the wifi password?")]
    [InlineData("can I propose to my girlfriend on stage?")]
    [InlineData("how long did the actors rehearse?")]
    [InlineData("what do you think of the election?")]
    public void A_question_that_the_library_does_not_answer_gets_no_answer(string question) =>
        Assert.DoesNotContain(Words.AnswersTo(question, "en", new DateOnly(2026, 11, 23)), found => found.Score >= GoodEnough);

    private static LibrarySnapshot Load()
    {
        var library = new PromptLibrary(Path.Combine(AppContext.BaseDirectory, "prompts"), Encoders.Widest);
        library.Refresh();
        return library.Current.Snapshot;
    }
}
