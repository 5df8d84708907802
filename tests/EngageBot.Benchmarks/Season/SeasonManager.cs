using EngageBot.Approving;
using EngageBot.Conversing;
using EngageBot.Drafting;
using EngageBot.Library;
using EngageBot.Listening;
using EngageBot.Model;
using EngageBot.Posting;
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
    private const string Nothing = "nothing to add";

    /// <summary>What a reply of ours told, by its text: facts that were asked for.</summary>
    public Dictionary<string, IReadOnlyCollection<string>> Facts { get; } = new(StringComparer.Ordinal);

    public async Task SitAsync(CancellationToken cancellationToken)
    {
        await house.Get<Listener>().LookAsync(house.Account, cancellationToken);
        await house.Get<OwnTimeline>().LookAsync(house.Account, cancellationToken);
        foreach (var id in await WaitingAsync(cancellationToken))
            await DecideAsync(id, cancellationToken);
        house.Clock.Pass(UndoWindow);
        while (await house.Get<Poster>().SendNextAsync(cancellationToken))
        {
        }
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
