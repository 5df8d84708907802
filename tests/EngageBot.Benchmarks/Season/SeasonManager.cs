using EngageBot.Approving;
using EngageBot.Conversing;
using EngageBot.Drafting;
using EngageBot.Library;
using EngageBot.Listening;
using EngageBot.Model;
using EngageBot.Posting;
using EngageBot.Sandbox.Followers;
using EngageBot.Storage;

namespace EngageBot.Benchmarks.Season;

/// <summary>
/// A manager of known care: reads every two hours of the day, takes the first wording that may go out, lets be what has none,
/// and never types a word of their own.
/// </summary>
/// <param name="remembers">Whether drafts know the talk; without it each is made as if for a stranger.</param>
internal sealed class SeasonManager(SeasonHouse house, bool remembers)
{
    private static readonly TimeSpan UndoWindow = TimeSpan.FromSeconds(31);
    // a mention that could take the answer may have gone stale on the desk
    private static readonly TimeSpan PatienceForASlot = TimeSpan.FromHours(28);
    private const string Nothing = "nothing to add";

    /// <summary>What a reply of ours told, by its text: facts that were asked for.</summary>
    public Dictionary<string, IReadOnlyCollection<string>> Facts { get; } = new(StringComparer.Ordinal);

    public async Task SitAsync(CancellationToken cancellationToken)
    {
        await house.Get<OwnTimeline>().LookAsync(house.Account, cancellationToken);
        await house.Get<Listener>().LookAsync(house.Account, cancellationToken);
        foreach (var id in await WaitingAsync(cancellationToken))
            await DecideAsync(id, cancellationToken);
        house.Clock.Pass(UndoWindow);
        while (await house.Get<Poster>().SendNextAsync(cancellationToken))
        {
        }
        if (remembers)
            await KeepPromisesAsync(cancellationToken);
    }

    /// <summary>Finds out within twenty hours, writes it on the board, and tells by hand those whose talk has no mention left to answer.</summary>
    private async Task KeepPromisesAsync(CancellationToken cancellationToken)
    {
        var due = (await house.Get<OwedAnswers>().ListAsync(1_000, cancellationToken)).Where(owed => house.Clock.GetUtcNow() - owed.MadeAt >= TimeToFindOut(owed)).ToList();
        if (due.Count == 0)
            return;
        var questions = await house.Get<UnansweredQuestions>().ListAsync(1_000, cancellationToken);
        foreach (var group in house.Get<QuestionGroups>().Of([.. questions.Where(question => due.Exists(owed => owed.MentionId == question.MentionId))]))
            await house.Get<FoundOut>().AnswerAsync(group, Answer(group.Questions[0].Plain), "Ana", cancellationToken);
        foreach (var owed in await house.Get<OwedAnswers>().ListAsync(1_000, cancellationToken))
            if (due.Exists(one => one.Id == owed.Id) && (owed.SlotId is null || house.Clock.GetUtcNow() - owed.MadeAt > PatienceForASlot))
                await TellByHandAsync(owed, cancellationToken);
    }

    private async Task TellByHandAsync(OwedAnswer owed, CancellationToken cancellationToken)
    {
        var wording = await house.Get<OwedAnswers>().WordsAsync(owed, cancellationToken);
        var text = wording?.Text ?? Answer(owed.Asked);
        Facts[text] = wording is null ? [text] : FactsOf(wording);
        house.Network.Write(SeasonNetwork.Self, text, house.Network[owed.PostId]);
    }

    private static TimeSpan TimeToFindOut(OwedAnswer owed) => TimeSpan.FromHours(2 + (owed.PostId[^1] * 7 % 18));

    /// <summary>What whoever knows would say: the longest words of the question, and words that no other answer has in this order.</summary>
    private static string Answer(string question)
    {
        var words = question.Split([' ', '?', '!', ',', '.', ':'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.All(char.IsLetter));
        var thing = string.Join(' ', words.OrderByDescending(word => word.Length).Take(3));
        var dice = Dice.For(1, question);
        string Any(string words) => dice.Pick(words.Split('|'));
        return $"{thing}: {Any("Mo|Finn|Juno|Lotte|Idris|Wen|Bea|Pilar")} {Any("says|swears|thinks|reckons|knows")} {Any("wood|glue|rope|paint|brass|chalk|wax|felt|tin|salt")}, "
            + $"{Any("two|five|nine|eleven|forty|seven")} {Any("hours|days|people|hands|nails|metres")}, {Any("by lamplight|before breakfast|after closing|on Mondays|in silence|upstairs")}.";
    }

    private Task<IReadOnlyList<string>> WaitingAsync(CancellationToken cancellationToken) =>
        house.Get<Database>().ReadAsync(session => session.QueryAsync<string>("SELECT id FROM mention WHERE state = 'waiting' ORDER BY posted_at, id"), cancellationToken);

    private async Task DecideAsync(string id, CancellationToken cancellationToken)
    {
        var open = (await house.Get<MentionDesk>().OpenAsync(id, cancellationToken))!;
        var draft = remembers ? open.Draft : await ForAStrangerAsync(id, cancellationToken);
        foreach (var wording in draft.Wordings)
        {
            var approval = new Approval(wording.Text, wording.Picture?.Hash);
            if (await house.Get<Approvals>().ApproveAsync(id, open.Mention.ConversationVersion, approval, "Ana", cancellationToken) is not Decision.Taken)
                continue;
            Facts[wording.Text] = FactsOf(wording);
            return;
        }
        await house.Get<Approvals>().LetBeAsync(id, draft.LetBe ?? Nothing, "Ana", cancellationToken);
    }

    private async Task<Draft> ForAStrangerAsync(string id, CancellationToken cancellationToken)
    {
        var mention = (await house.Get<RecentMentions>().OneAsync(id, cancellationToken))!;
        var recent = await house.Get<Database>().ReadAsync(session => Talks.RecentWordsAsync(session, house.Account.Id, besides: id), cancellationToken);
        var stranger = Model.Talk.First with { OurWords = recent.Said, Proposed = recent.Proposed };
        return house.Get<Drafter>().Draft(mention.Post, mention.Understanding, mention.Account, stranger, house.Clock.GetUtcNow());
    }

    private List<string> FactsOf(Wording wording) =>
        [.. house.Get<PromptLibrary>().Current.Snapshot.Answers.Where(answer => wording.Sources.Contains(answer.Id)).Select(answer => answer.Text)];
}
