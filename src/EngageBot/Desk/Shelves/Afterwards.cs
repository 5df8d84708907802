using EngageBot.Conversing;
using EngageBot.Desk.Shell;
using EngageBot.Drafting;

namespace EngageBot.Desk.Shelves;

/// <summary>What a saved entry means for the mentions that wait.</summary>
internal sealed class Afterwards(Redrafting redrafting, RecentMentions recent)
{
    /// <summary>Those whose draft an entry concerns and where nobody has typed words of their own.</summary>
    public async Task<int> ConcernedAsync(string entryId, CancellationToken cancellationToken) =>
        (await redrafting.ConcernedAsync(entryId, cancellationToken)).Count(mention => mention.TypedBy is null);

    /// <summary>Drafts all of them anew; what came of it in one sentence.</summary>
    public async Task<string> RedraftAsync(string entryId, string editor, CancellationToken cancellationToken)
    {
        var done = await redrafting.RedraftAsync(await redrafting.ConcernedAsync(entryId, cancellationToken), editor, $"{entryId} was written", cancellationToken);
        return done == 1 ? "One waiting mention has a new draft." : $"{Capital(done)} waiting mentions have a new draft.";
    }

    /// <summary>Gives the mention that asked, and every other that the new answer fits, a new draft; what came of it in a sentence or two.</summary>
    public async Task<string> AnsweredAsync(string entryId, string mentionId, string editor, CancellationToken cancellationToken)
    {
        if (await recent.OneAsync(mentionId, cancellationToken) is not { } asked)
            return "The mention that asked is no longer here.";
        var concerned = await redrafting.ConcernedAsync(entryId, cancellationToken);
        var others = concerned.Where(mention => mention.Id != mentionId).ToList();
        var mine = await redrafting.RedraftAsync([asked], editor, $"{entryId} was written for it", cancellationToken) == 1;
        var theirs = await redrafting.RedraftAsync(others, editor, $"{entryId} was written", cancellationToken);
        return $"{Mine(asked, mine, fits: concerned.Any(mention => mention.Id == mentionId))} {Others(others.Count, theirs)}".Trim();
    }

    private static string Mine(RecentMention asked, bool redrafted, bool fits) => (redrafted, fits) switch
    {
        (true, true) => $"@{asked.Post.Author.Handle} has a new draft from it.",
        (true, false) => $"The draft for @{asked.Post.Author.Handle} still does not come from it: add how they asked to the other ways to ask it.",
        (false, _) when asked.TypedBy is { } by => $"The words that {by} typed for @{asked.Post.Author.Handle} stay as they are.",
        _ => $"@{asked.Post.Author.Handle} no longer waits.",
    };

    private static string Others(int fit, int redrafted) => (fit, redrafted) switch
    {
        (0, _) => "It fits no other mention that waits.",
        (1, 1) => "It also fits one other mention that waits, which has a new draft too.",
        _ when fit == redrafted => $"It also fits {Ago.Number(fit)} other mentions that wait, and they have new drafts too.",
        _ => $"It also fits {Ago.Number(fit)} other mentions that wait; {Ago.Number(redrafted)} of them have a new draft, and typed words stay as they are.",
    };

    private static string Capital(int number) => Ago.Number(number) is var word ? char.ToUpperInvariant(word[0]) + word[1..] : "";
}
