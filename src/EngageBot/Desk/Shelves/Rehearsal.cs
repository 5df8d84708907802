using EngageBot.Conversing;
using EngageBot.Desk.Translation;
using EngageBot.Drafting;
using EngageBot.Library;
using EngageBot.Library.Voice;
using EngageBot.Model;

namespace EngageBot.Desk.Shelves;

/// <summary>Tries words that are not in use yet on mentions that really came.</summary>
internal sealed class Rehearsal(RecentMentions recent, PromptLibrary library, Drafter drafter, Phrases phrases, TimeProvider clock)
{
    private const int LookBack = 300;
    private const int Shown = 3;
    private const int FewHours = 3;

    private static readonly Talk[] Occasions = [Talk.First, Talk.First with { OurTurns = 1 }, Talk.First with { MetBefore = true }, Talk.First with { OurTurns = 1, MetBefore = true }];

    private IReadOnlyList<RecentMention> mentions = [];

    /// <summary>How many mentions the words are tried on.</summary>
    public int Count => mentions.Count;

    public async Task LoadAsync(CancellationToken cancellationToken) => mentions = await recent.LatestAsync(LookBack, cancellationToken);

    /// <summary>What an edit changes for the latest mentions: who would get the entry now, and who no longer.</summary>
    /// <param name="content">What the file would hold; null for without it.</param>
    public IReadOnlyList<Trial> OfEdit(string file, object? content)
    {
        var (id, now, today, edited) = (PromptLibrary.IdOf(file), clock.GetUtcNow(), library.Current.Snapshot, library.With(file, content));
        return
        [
            .. from mention in mentions
               where mention.Understanding.Intent is Intent.Question or Intent.Curiosity
               let before = Best(mention, mention.Outline, now, today)
               let after = Best(mention, mention.Outline, now, edited)
               let had = before?.Sources.Contains(id) == true
               let has = after?.Sources.Contains(id) == true
               where had || has
               orderby had == has
               select new Trial(mention.Id, mention.Post.Author.Name, mention.Post.Text, before?.Text, after?.Text, Said(had, has, before?.Text == after?.Text)),
        ];
    }

    /// <summary>A template's wording for the latest mentions that it fits, else for a made-up one.</summary>
    public IReadOnlyList<Trial> OfTemplate(ReplyTemplate template)
    {
        var words = library.Current.Snapshot.SaidBy(template);
        var real = mentions
            .Where(mention => mention.Understanding.Intent == template.Intent && mention.Understanding.Language == template.Language)
            .Select(mention => (mention, wording: Said(mention, template, words, [mention.Outline])))
            .Where(tried => tried.wording is not null)
            .Take(Shown)
            .Select(tried => Of(tried.mention, tried.wording!, TrialKind.Fits, words))
            .ToList();
        return real.Count > 0 ? real : [.. MadeUp(template, words).Take(1)];
    }

    private IEnumerable<Trial> MadeUp(ReplyTemplate template, LibrarySnapshot words) =>
        from mention in Examples.For(template, words, clock.GetUtcNow())
        let wording = Said(mention, template, words, Occasions)
        where wording is not null
        select Of(mention, wording, TrialKind.MadeUp, words);

    private Trial Of(RecentMention mention, string wording, TrialKind kind, LibrarySnapshot words)
    {
        var heard = new VoiceLint(words.Voice.Lint).Read(wording, LintContext.For(mention.Post, mention.Understanding.Intent, words.Voice.DayOf(clock.GetUtcNow())));
        return new Trial(mention.Id, mention.Post.Author.Name, mention.Post.Text, null, wording, kind) { Sound = phrases["{0}, {1} of 100", phrases.Told(heard.Headline), heard.Score] };
    }

    /// <summary>Whether it is a first turn or a later one, morning or night: some moment at which the template speaks.</summary>
    private string? Said(RecentMention mention, ReplyTemplate template, LibrarySnapshot words, IReadOnlyList<Talk> talks)
    {
        foreach (var talk in talks)
            for (var hours = 0; hours < 24; hours += FewHours)
                if (Best(mention, talk, clock.GetUtcNow().AddHours(hours), words) is { } wording && wording.Sources.Contains(template.Id))
                    return wording.Text;
        return null;
    }

    private Wording? Best(RecentMention mention, Talk talk, DateTimeOffset now, LibrarySnapshot words) =>
        drafter.Draft(mention.Post, mention.Understanding, mention.Account, talk, now, words).Wordings is [var best, ..] ? best : null;

    private static TrialKind Said(bool had, bool has, bool same) => (had, has) switch
    {
        (false, true) => TrialKind.Gains,
        (true, false) => TrialKind.Loses,
        _ => same ? TrialKind.Stays : TrialKind.Rewords,
    };
}

/// <summary>One mention and what would be said to it.</summary>
/// <param name="MentionId">Null for a made-up one.</param>
public sealed record Trial(string? MentionId, string Name, string Asked, string? Before, string? After, TrialKind Kind)
{
    /// <summary>How a template's wording sounds.</summary>
    public string? Sound { get; init; }
}

/// <summary>What an edit means for a mention.</summary>
public enum TrialKind
{
    /// <summary>It would be drafted from this entry now.</summary>
    Gains,

    /// <summary>It would no longer be.</summary>
    Loses,

    /// <summary>In other words than before.</summary>
    Rewords,

    /// <summary>As before.</summary>
    Stays,

    /// <summary>A template speaks to it.</summary>
    Fits,

    /// <summary>A template would speak to something like it.</summary>
    MadeUp,
}
