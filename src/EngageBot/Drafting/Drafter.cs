using EngageBot.Conversing;
using EngageBot.Language;
using EngageBot.Library;
using EngageBot.Library.Voice;
using EngageBot.Model;

namespace EngageBot.Drafting;

/// <summary>Proposes what to say to one mention, from the organisation's own words; the same input gives the same draft.</summary>
internal sealed class Drafter(PromptLibrary library)
{
    private const int Alternatives = 3;
    // what the desk calls a guess
    private const double Guess = 0.6;
    private const string TooLate = "What it asks about has begun; an answer would come too late.";
    // when all is worn, so many wordings are weighed for the least worn
    private const int MostTries = 20;

    /// <summary>Pure and quick; never throws for what a follower wrote.</summary>
    /// <param name="finds">What was looked up before; what no longer holds is looked up again.</param>
    public Draft Draft(Post post, Understanding understanding, Account account, Talk talk, DateTimeOffset now, Finds? finds = null) =>
        Draft(post, understanding, account, talk, now, library.Current.Snapshot, finds);

    /// <summary>The same from other words than those in use: what an edit would change.</summary>
    public Draft Draft(Post post, Understanding understanding, Account account, Talk talk, DateTimeOffset now, LibrarySnapshot words, Finds? finds = null)
    {
        understanding = InATalk(post, understanding, talk);
        var occasion = OccasionOf(post, understanding, account, talk, now, words, finds);
        var told = Material.OwedTo(occasion);
        if (Restraint.ReasonToLetBe(post, understanding, account, talk, told.Count > 0 && Restraint.MayBeToldHere(post, talk.Owed!)) is { } reason)
            return new Draft([], reason);
        return Draft(occasion, told.Count > 0 ? told : occasion.IsLate ? [Material.TooLateFor(occasion)] : Material.AllFor(occasion));
    }

    /// <summary>The moment for which to draft: when a reply would be read, but what is about tonight does not wait for the morning.</summary>
    public DateTimeOffset MomentFor(Post post, Understanding understanding, DateTimeOffset landsAt, DateTimeOffset now) =>
        library.Current.Snapshot.Voice is var voice && Precedence.SenseOf(understanding.Intent, post.Text, post.PostedAt, voice.TimeZone, voice.Curtain) <= landsAt ? now : landsAt;

    /// <summary>What we promised to find out and know by now, whatever they wrote last; empty while we do not know it.</summary>
    public Draft Tell(Post post, Understanding understanding, Account account, Talk talk, DateTimeOffset now)
    {
        var occasion = OccasionOf(post, understanding, account, talk, now, library.Current.Snapshot, null);
        return Material.OwedTo(occasion) is { Count: > 0 } told ? Draft(occasion, told) : new Draft([]);
    }

    private static Draft Draft(Occasion occasion, IReadOnlyList<Material> materials)
    {
        var wordings = MostHuman(Wordings(occasion, TemplateChoice.For(occasion, materials)), occasion);
        return new Draft(wordings, wordings.Count > 0 ? null : WhyNothing(occasion), materials[0].IsMissing);
    }

    /// <summary>The slow half of a draft, which nothing that is stored can change.</summary>
    public Finds LookUp(Post post, Understanding understanding, Account account, DateTimeOffset now)
    {
        var occasion = OccasionOf(post, understanding, account, Talk.First, now, library.Current.Snapshot, null);
        if (Restraint.ReasonToLetBe(post, understanding, account, Talk.First) is null)
            Material.AllFor(occasion);
        return occasion.Finds;
    }

    private static Occasion OccasionOf(Post post, Understanding understanding, Account account, Talk talk, DateTimeOffset now, LibrarySnapshot words, Finds? finds)
    {
        var (language, day) = (LanguageFor(understanding, words), words.Voice.DayOf(now));
        var text = About(post.Text, talk, words);
        if (finds is null || !finds.HoldFor(words, language, day, text))
            finds = new Finds(words, text, language, day);
        return new Occasion(post, understanding, account, talk, words, language, now, finds);
    }

    /// <summary>
    /// Who answers us talks with us, as long as they hand out no link; and in a talk that was friendly so far a
    /// guess is not enough for a complaint.
    /// </summary>
    private static Understanding InATalk(Post post, Understanding understanding, Talk talk) => understanding switch
    {
        _ when talk.OurTurns == 0 => understanding,
        { Intent: Intent.Spam or Intent.Aside or Intent.Unsure } when !Tokenizer.Split(post.Text).Any(token => token.Kind == TokenKind.Link) => understanding with { Intent = Intent.Chat },
        { Intent: Intent.Complaint, Confidence: < Guess } when !talk.HasComplained => understanding with { Intent = Asking.In(post.Text) ? Intent.Question : Intent.Chat },
        _ => understanding,
    };

    /// <summary>In a talk about a show, "how long is it?" asks about that show.</summary>
    private static string About(string text, Talk talk, LibrarySnapshot words) =>
        talk.OurTurns > 0 && words.Titles.FirstIn(text) is null
            && talk.TheirWords.Concat(talk.SaidHere).Select(words.Titles.FirstIn).FirstOrDefault(title => title is not null) is { } show
            ? $"{text} {show}"
            : text;

    private static IEnumerable<Proposal> Wordings(Occasion occasion, IEnumerable<TemplateChoice.Candidate> candidates)
    {
        var freshness = new Freshness(occasion.Talk);
        var used = new HashSet<string>(StringComparer.Ordinal);
        var worn = new List<(Proposal Proposal, double Wear)>();
        foreach (var (template, form, material) in candidates)
        {
            if (worn.Count == MostTries)
                break;
            if (Fitting.Render(form, material.Fields) is not { } text || !Manners.Allow(text, occasion) || !used.Add(text) || freshness.Wear(text, material) is not { } wear)
                continue;
            var proposal = new Proposal(new Wording(text, [.. material.Sources, template.Id], material.Picture), material, template.About.Count > 0 || form.Needs.Contains("asked"));
            if (wear > 0)
                worn.Add((proposal, wear));
            else
                yield return proposal;
        }
        foreach (var (proposal, _) in worn.OrderBy(pair => pair.Wear))
            yield return proposal;
    }

    /// <summary>The first that may go out; what fits best stays first, and of wordings that fit alike the most human one.</summary>
    private static List<Wording> MostHuman(IEnumerable<Proposal> proposals, Occasion occasion)
    {
        var context = LintContext.For(occasion.Post, occasion.Understanding.Intent, occasion.Words.Voice.DayOf(occasion.Now));
        return
        [
            .. proposals.Select(proposal => (Proposal: proposal, Report: occasion.Words.Lint.Read(proposal.Wording.Text, context)))
                .Where(heard => heard.Report.Verdict != LintVerdict.Block)
                .Take(Alternatives)
                .GroupBy(heard => (heard.Proposal.Material, heard.Proposal.IsToThePoint))
                .SelectMany(alike => alike.OrderByDescending(heard => heard.Report.Score))
                .Select(heard => heard.Proposal.Wording),
        ];
    }

    private static string LanguageFor(Understanding understanding, LibrarySnapshot words) =>
        words.RepliesFor(understanding.Intent, understanding.Language).Any() ? understanding.Language : "en";

    private static string WhyNothing(Occasion occasion) => occasion.Understanding.Intent switch
    {
        _ when occasion.IsLate => TooLate,
        Intent.Unsure => "A person should read this: it is not clear what it wants.",
        var intent when !occasion.Words.RepliesFor(intent, occasion.Language).Any() => $"There is no template yet for {Words.Of(intent)} in prompts/replies.",
        _ => "All our wordings were said already; this one needs fresh words.",
    };

    /// <param name="IsToThePoint">Its template is about something that the mention speaks of, or says back what was asked.</param>
    private sealed record Proposal(Wording Wording, Material Material, bool IsToThePoint);
}
