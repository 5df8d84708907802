using EngageBot.Conversing;
using EngageBot.Desk.Translation;
using EngageBot.Drafting;

namespace EngageBot.Desk.Shelves;

/// <summary>What a saved entry means for the mentions that wait.</summary>
internal sealed class Afterwards(Redrafting redrafting, RecentMentions recent, Phrases phrases)
{
    /// <summary>Those whose draft an entry concerns and where nobody has typed words of their own.</summary>
    public async Task<int> ConcernedAsync(string entryId, CancellationToken cancellationToken) =>
        (await redrafting.ConcernedAsync(entryId, cancellationToken)).Count(mention => mention.TypedBy is null);

    /// <summary>Drafts all of them anew; what came of it in one sentence.</summary>
    public async Task<string> RedraftAsync(string entryId, string editor, CancellationToken cancellationToken)
    {
        var done = await redrafting.RedraftAsync(await redrafting.ConcernedAsync(entryId, cancellationToken), editor, $"{entryId} was written", cancellationToken);
        return phrases.Begin(phrases[done, "one waiting mention has a new draft.", "{1} waiting mentions have a new draft.", phrases.InWords(done)]);
    }

    /// <summary>Gives the mention that asked, and every other that the new answer fits, a new draft; what came of it in a sentence or two.</summary>
    public async Task<string> AnsweredAsync(string entryId, string mentionId, string editor, CancellationToken cancellationToken)
    {
        if (await recent.OneAsync(mentionId, cancellationToken) is not { } asked)
            return phrases["The mention that asked is no longer here."];
        var concerned = await redrafting.ConcernedAsync(entryId, cancellationToken);
        var others = concerned.Where(mention => mention.Id != mentionId).ToList();
        var mine = await redrafting.RedraftAsync([asked], editor, $"{entryId} was written for it", cancellationToken) == 1;
        var theirs = await redrafting.RedraftAsync(others, editor, $"{entryId} was written", cancellationToken);
        return $"{Mine(asked, mine, fits: concerned.Any(mention => mention.Id == mentionId))} {Others(others.Count, theirs)}".Trim();
    }

    private string Mine(RecentMention asked, bool redrafted, bool fits) => (redrafted, fits) switch
    {
        (true, true) => phrases["@{0} has a new draft from it.", asked.Post.Author.Handle],
        (true, false) => phrases["The draft for @{0} still does not come from it: add how they asked to the other ways to ask it.", asked.Post.Author.Handle],
        (false, _) when asked.TypedBy is { } by => phrases["The words that {0} typed for @{1} stay as they are.", by, asked.Post.Author.Handle],
        _ => phrases["@{0} no longer waits.", asked.Post.Author.Handle],
    };

    private string Others(int fit, int redrafted) => (fit, redrafted) switch
    {
        (0, _) => phrases["It fits no other mention that waits."],
        (1, 1) => phrases["It also fits one other mention that waits, which has a new draft too."],
        _ when fit == redrafted => phrases["It also fits {0} other mentions that wait, and they have new drafts too.", phrases.InWords(fit)],
        _ => phrases["It also fits {0} other mentions that wait; {1} of them have a new draft, and typed words stay as they are.", phrases.InWords(fit), phrases.InWords(redrafted)],
    };
}
