using EngageBot.Language;
using EngageBot.Library;
using EngageBot.Model;
using Xunit;

namespace EngageBot.Tests.Library;

public sealed class ShippedPromptsTests
{
    private static readonly LibraryState Shipped = Load();

    [Fact]
    public void The_words_that_come_along_are_all_sound() => Assert.Empty(Shipped.Problems);

    [Fact]
    public void There_are_enough_of_them_to_start_with()
    {
        Assert.True(Shipped.Snapshot.Answers.Count >= 40);
        Assert.True(Shipped.Snapshot.Snippets.Count >= 40);
        foreach (var (intent, situation) in new (Intent, string?)[]
        {
            (Intent.Question, "answered"), (Intent.Question, "unanswered"), (Intent.Curiosity, "told"),
            (Intent.Thanks, null), (Intent.Chat, null), (Intent.Complaint, null),
        })
            Assert.True(Shipped.Snapshot.RepliesFor(intent, "en").Count(reply => reply.For == situation) >= 8, $"{intent} {situation}");
        foreach (var language in new[] { "de", "fr", "es" })
            foreach (var intent in new[] { Intent.Thanks, Intent.Question, Intent.Complaint })
                Assert.NotEmpty(Shipped.Snapshot.RepliesFor(intent, language));
    }

    [Fact]
    public void Complaints_are_answered_without_exclamation_marks()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "prompts", "replies", "complaint");
        Assert.DoesNotContain(Directory.EnumerateFiles(folder), file => File.ReadAllText(file).Contains('!', StringComparison.Ordinal));
    }

    [Fact]
    public void Each_answer_is_found_by_its_own_question_and_fits_a_post()
    {
        foreach (var answer in Shipped.Snapshot.Answers)
        {
            Assert.Equal(answer.Id, Shipped.Snapshot.AnswersTo(answer.Wordings[0], answer.Language, new DateOnly(2026, 11, 23))[0].Entry.Id);
            Assert.True(WeightedText.Length($"{answer.Text} {answer.Link}") <= WeightedText.Limit, answer.Id);
        }
    }

    private static LibraryState Load()
    {
        var library = new PromptLibrary(Path.Combine(AppContext.BaseDirectory, "prompts"));
        library.Refresh();
        return library.Current;
    }
}
