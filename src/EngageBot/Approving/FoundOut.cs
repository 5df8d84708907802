using System.Diagnostics;
using EngageBot.Conversing;
using EngageBot.Drafting;
using EngageBot.Library.Editing;

namespace EngageBot.Approving;

/// <summary>
/// Somebody has found out what followers asked: the answer goes into the library, whoever still waits gets a draft from it, and
/// whoever was promised it is told where they wrote last, or by hand.
/// </summary>
internal sealed class FoundOut(
    LibraryEdits edits, LibraryFolder folder, Redrafting redrafting, RecentMentions recent, UnansweredQuestions questions, OwedAnswers owed)
{
    private const int MostOwed = 1_000;

    /// <param name="group">Questions that this answers; their words are how the library will know it.</param>
    public async Task<FindingOutcome> AnswerAsync(QuestionGroup group, string answer, string person, CancellationToken cancellationToken)
    {
        var asked = group.Questions;
        var outcome = await edits.SaveAsync(LibraryNames.Free("answers", asked[0].Plain, folder.Names()), Sheet(asked, answer), null, person, cancellationToken);
        if (outcome is not EditOutcome.Saved saved)
            return new FindingOutcome.NotSaved(Why(outcome));
        var drafted = await RedraftAsync(asked, person, cancellationToken);
        var (reopened, byHand) = await TellAsync(asked, person, cancellationToken);
        foreach (var question in asked)
            await questions.SettleAsync(question.MentionId, person, cancellationToken);
        return new FindingOutcome.Told(saved.File, drafted, reopened, byHand);
    }

    private static string Sheet(IReadOnlyList<UnansweredQuestion> asked, string answer)
    {
        var sheet = FrontMatter.TryParse("")!.With("question", asked[0].Plain);
        var others = asked.Skip(1).Select(question => question.Plain).Where(plain => plain != asked[0].Plain).Distinct().ToList();
        if (others.Count > 0)
            sheet = sheet.WithList("also", others, inLine: false);
        if (asked[0].Language is not ("en" or "und") and var language)
            sheet = sheet.With("language", language);
        return (sheet with { Body = answer.Trim() }).ToString();
    }

    private async Task<int> RedraftAsync(IReadOnlyList<UnansweredQuestion> asked, string person, CancellationToken cancellationToken)
    {
        var waiting = new List<RecentMention>();
        foreach (var question in asked)
            if (await recent.OneAsync(question.MentionId, cancellationToken) is { } mention)
                waiting.Add(mention);
        return await redrafting.RedraftAsync(waiting, person, "the answer was found", cancellationToken);
    }

    private async Task<(int Reopened, int ByHand)> TellAsync(IReadOnlyList<UnansweredQuestion> asked, string person, CancellationToken cancellationToken)
    {
        var (reopened, byHand) = (0, 0);
        foreach (var promise in await owed.ListAsync(MostOwed, cancellationToken))
        {
            if (!asked.Any(question => question.MentionId == promise.MentionId))
                continue;
            if (await owed.TakeUpAsync(promise, person, cancellationToken) is not null)
                reopened++;
            else
                byHand++;
        }
        return (reopened, byHand);
    }

    private static string Why(EditOutcome outcome) => outcome switch
    {
        EditOutcome.Broken broken => broken.Reason,
        EditOutcome.Unwritable unwritable => unwritable.Why,
        EditOutcome.Collided => "Somebody wrote the same answer this moment. Look at the board again.",
        _ => throw new UnreachableException(),
    };
}

/// <summary>What came of an answer.</summary>
internal abstract record FindingOutcome
{
    private FindingOutcome()
    {
    }

    /// <summary>It is in the library.</summary>
    /// <param name="Drafted">Those who wait and have a draft from it.</param>
    /// <param name="Reopened">Those who were promised it and wrote again since: their last mention is back in the queue.</param>
    /// <param name="ByHand">Those who were promised it and have not written since: X takes no second reply from a program.</param>
    public sealed record Told(string File, int Drafted, int Reopened, int ByHand) : FindingOutcome;

    /// <summary>Nothing was saved.</summary>
    public sealed record NotSaved(string Why) : FindingOutcome;
}
