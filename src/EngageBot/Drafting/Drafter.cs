using EngageBot.Library;
using EngageBot.Model;

namespace EngageBot.Drafting;

/// <summary>Proposes what to say to one mention, from the organisation's own words; the same input gives the same draft.</summary>
internal sealed class Drafter(PromptLibrary library)
{
    private const int Alternatives = 3;

    /// <summary>Pure and quick; never throws for what a follower wrote.</summary>
    public Draft Draft(Post post, Understanding understanding, Account account, Talk talk, DateTimeOffset now) =>
        Draft(post, understanding, account, talk, now, library.Current.Snapshot);

    /// <summary>The same from other words than those in use: what an edit would change.</summary>
    public Draft Draft(Post post, Understanding understanding, Account account, Talk talk, DateTimeOffset now, LibrarySnapshot words)
    {
        if (Restraint.ReasonToLetBe(post, understanding, talk) is { } reason)
            return new Draft([], reason);
        var occasion = new Occasion(post, understanding, account, talk, words, LanguageFor(understanding, words), now);
        var templates = TemplateChoice.For(occasion);
        var wordings = Wordings(occasion, templates).Take(Alternatives).ToList();
        return new Draft(wordings, wordings.Count > 0 ? null : WhyNothing(understanding.Intent, templates.Count));
    }

    private static IEnumerable<Wording> Wordings(Occasion occasion, IReadOnlyList<TemplateChoice.Candidate> candidates)
    {
        var freshness = new Freshness(occasion.Talk);
        var used = new HashSet<string>(StringComparer.Ordinal);
        var spares = new List<Wording>();
        foreach (var (template, material) in candidates)
        {
            if (Fitting.Render(template.Form, material.Fields) is not { } text || !used.Add(text) || freshness.WasSaid(text))
                continue;
            var wording = new Wording(text, [.. material.Sources, template.Id]);
            if (freshness.IsWorn(text))
                spares.Add(wording);
            else
                yield return wording;
        }
        foreach (var spare in spares)
            yield return spare;
    }

    private static string LanguageFor(Understanding understanding, LibrarySnapshot words) =>
        words.RepliesFor(understanding.Intent, understanding.Language).Any() ? understanding.Language : "en";

    private static string WhyNothing(Intent intent, int templates) => intent switch
    {
        Intent.Unsure => "A person should read this: it is not clear what it wants.",
        _ when templates == 0 => $"There is no template yet for {Words.Of(intent)} in prompts/replies.",
        _ => "All our wordings were said already; this one needs fresh words.",
    };
}
