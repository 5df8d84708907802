using EngageBot.Conversing;
using EngageBot.Model;

namespace EngageBot.Drafting;

/// <summary>What fills the gaps of a template, and the library entries it comes from.</summary>
/// <param name="Intent">Whose templates fit; mostly the mention's own.</param>
/// <param name="For">The situation that a template must be meant for.</param>
/// <param name="Picture">What may be shown with it.</param>
internal sealed record Material(
    Intent Intent, string? For, IReadOnlyDictionary<string, object> Fields, IReadOnlyList<string> Sources, Picture? Picture = null)
{
    /// <summary>From here on a found answer is put into a reply; below it nobody guesses.</summary>
    public const double GoodEnough = 0.5;

    private const double CloseToBest = 0.85;
    private const double Fitting = 0.55;
    private const double SureFit = 0.7;
    // a complaint read with less than that may be a plain question in a bad mood
    private const double Doubtful = 0.5;
    private const int Most = 2;
    // snippets that fit about as well are told freshest first
    private const double Tie = 0.15;
    // one that fits so much less would be told for the sake of telling
    private const double SecondBest = 0.25;

    /// <summary>Whether the library had nothing for it: somebody has to find out.</summary>
    public bool IsMissing => For is "unanswered" or "untold";

    /// <summary>What was asked for; it may be told as often as it is asked.</summary>
    public string Facts => Fields.GetValueOrDefault("answer") as string ?? "";

    /// <summary>Best first; at least one.</summary>
    public static IReadOnlyList<Material> AllFor(Occasion occasion)
    {
        var common = CommonFields.Of(occasion);
        var intent = occasion.Understanding.Intent;
        if (intent is not (Intent.Question or Intent.Curiosity))
            return [.. AskedInPassing(occasion, common), new Material(intent, null, common, []), .. ThankedInDoubt(occasion, common)];
        IReadOnlyList<Material> found = occasion.SharesLanguage ? [.. Found(occasion, intent, common)] : [];
        return found.Count > 0 ? found
            : intent == Intent.Question && Question.SaysTooLittle(occasion.Post.Text) && occasion.Words.RepliesFor(intent, occasion.Language).Any(template => template.For == "unclear")
                ? [new Material(intent, "unclear", common, [])]
                : [new Material(intent, intent == Intent.Question ? "unanswered" : "untold", common, [])];
    }

    /// <summary>Nothing helps any more; one can be sorry, and ask how it went.</summary>
    public static Material TooLateFor(Occasion occasion) => new(occasion.Understanding.Intent, "late", CommonFields.Of(occasion), []);

    /// <summary>What we had promised to find out comes first, once the library knows it.</summary>
    public static IReadOnlyList<Material> OwedTo(Occasion occasion)
    {
        if (occasion.Talk.Owed is not { } asked)
            return [];
        var common = With(CommonFields.Of(occasion), ("asked", Question.Of(asked)));
        if (common["asked"] is "")
            common.Remove("asked");
        var finds = new Finds(occasion.Words, asked, occasion.Language, occasion.Day);
        return
        [
            .. finds.Answers.Where(answer => answer.Score >= GoodEnough).Take(1).Select(answer =>
                new Material(Intent.Question, "kept", With(common, ("answer", answer.Entry.Text), ("link", answer.Entry.Link ?? "")), [answer.Entry.Id, Promises.Kept])),
            .. finds.Snippets.Where(snippet => snippet.Score >= SureFit && !occasion.Talk.Told.Contains(snippet.Entry.Id)).Take(1).Select(snippet =>
                new Material(Intent.Curiosity, "kept", With(common, ("snippet", snippet.Entry.Text), ("teller", snippet.Entry.Teller)), [snippet.Entry.Id, Promises.Kept], snippet.Entry.Picture)),
        ];
    }

    /// <summary>What was taken for talk but asks what we surely know gets told, with the other reply one key apart.</summary>
    private static IEnumerable<Material> AskedInPassing(Occasion occasion, Dictionary<string, object> common) =>
        occasion.SharesLanguage && Asking.In(occasion.Post.Text)
        && occasion.Understanding is { Intent: Intent.Chat or Intent.Unsure } or { Intent: Intent.Complaint, Confidence: < Doubtful }
            ? Answers(occasion, common, SureFit).Take(1)
            : [];

    /// <summary>Care that may be none, under words of thanks: thanking back lies one key apart.</summary>
    private static IEnumerable<Material> ThankedInDoubt(Occasion occasion, Dictionary<string, object> common) =>
        occasion.Understanding is { Intent: Intent.Complaint, Confidence: < Doubtful } && Speech.Thanks(occasion.Post.Text) ? [new Material(Intent.Thanks, null, common, [])] : [];

    // the border between asking and wondering is thin: what we surely know is told either way
    private static IEnumerable<Material> Found(Occasion occasion, Intent intent, Dictionary<string, object> common)
    {
        var (asks, wonders) = (intent == Intent.Question, intent == Intent.Curiosity);
        var own = asks ? Answers(occasion, common, GoodEnough) : Snippets(occasion, common, Fitting);
        var other = wonders ? Answers(occasion, common, SureFit) : Snippets(occasion, common, SureFit);
        return own.Any() ? own : other;
    }

    private static IEnumerable<Material> Answers(Occasion occasion, Dictionary<string, object> common, double enough)
    {
        var found = occasion.Finds.Answers;
        return from answer in found.Take(Most)
               where answer.Score >= enough && !occasion.Talk.ToldHere.Contains(answer.Entry.Id) && answer.Score >= found[0].Score * CloseToBest
               select new Material(Intent.Question, "answered", With(common, ("answer", answer.Entry.Text), ("link", answer.Entry.Link ?? "")), [answer.Entry.Id]);
    }

    /// <summary>A snippet is never told twice to the same person; what may be told only since lately comes first.</summary>
    private static IEnumerable<Material> Snippets(Occasion occasion, Dictionary<string, object> common, double enough)
    {
        var fitting = occasion.Finds.Snippets
            .Where(snippet => snippet.Score >= enough && !occasion.Talk.Told.Contains(snippet.Entry.Id))
            .ToList();
        return from snippet in fitting.Where(snippet => snippet.Score >= fitting[0].Score - SecondBest)
                   .OrderByDescending(snippet => snippet.Score >= fitting[0].Score - Tie)
                   .ThenByDescending(snippet => snippet.Entry.EmbargoUntil ?? DateOnly.MinValue)
                   .Take(Most)
               select new Material(
                   Intent.Curiosity, "told", With(common, ("snippet", snippet.Entry.Text), ("teller", snippet.Entry.Teller)), [snippet.Entry.Id], snippet.Entry.Picture);
    }

    private static Dictionary<string, object> With(Dictionary<string, object> common, params ReadOnlySpan<(string Name, object Value)> more)
    {
        var fields = new Dictionary<string, object>(common);
        foreach (var (name, value) in more)
            fields[name] = value;
        return fields;
    }
}
