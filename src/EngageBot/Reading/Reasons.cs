using EngageBot.Model;

namespace EngageBot.Reading;

/// <summary>Says why a mention is read as it is: where it can, in its author's own words, and never more than two things.</summary>
internal sealed class Reasons(IntentHeads heads)
{
    private const int Most = 2;

    // weaker signs count in a reading and convince nobody
    private const double Weighty = 0.8;

    // a question is the best reason there is to call something one
    private const double AskedOutright = 2;

    /// <summary>The usual reason for an intent, with a place for the words that show it.</summary>
    public static string Quoting(Intent intent) => $"{Does(intent)} {Find.Words}";

    /// <summary>What signs alone say, for a mention without words.</summary>
    public static IReadOnlyList<string> Of(Evidence evidence, Intent intent) =>
        [.. evidence.FindsFor(intent).Where(find => find.IsTold && !find.HasWords).Select(find => find.Says).Take(Most)];

    /// <summary>Never empty: where nothing stands out, it says so.</summary>
    public IReadOnlyList<string> Of(Intent intent, Glance mention) => Telling(intent, mention) is { Count: > 0 } reasons ? reasons : [ReadsLike(intent)];

    /// <summary>Only what stands out.</summary>
    public IReadOnlyList<string> Telling(Intent intent, Glance mention)
    {
        var passages = new Passages(mention.Text, mention.Utterance);
        if (Quotes(intent, passages, mention.Evidence).Distinct().Take(Most).ToList() is { Count: > 0 } quotes)
            return quotes;
        return StrongestClause(intent, passages, mention) is { } clause ? [$"{Sounds(intent)}: “{clause}”"] : [.. Shapes(intent, mention.Evidence).Take(Most)];
    }

    private static IEnumerable<string> Quotes(Intent intent, Passages passages, Evidence evidence)
    {
        var quotes = new List<Quote>();
        if (intent is Intent.Question or Intent.Curiosity)
            foreach (var question in passages.Questions())
                if (!quotes.Exists(quote => quote.Passage.Overlaps(question)))
                    quotes.Add(new Quote(question, AskedOutright, Quoting(intent)));
        foreach (var find in evidence.FindsFor(intent).Where(find => find.HasWords && find.IsTold && find.Weight >= Weighty))
        {
            var passage = passages.Around(find);
            if (quotes.Find(quote => quote.Passage.Overlaps(passage)) is { } known)
                known.Weight += find.Weight;
            else
                quotes.Add(new Quote(passage, find.Weight, find.Says));
        }
        return quotes.OrderByDescending(quote => quote.Weight).Select(quote => quote.Says.Replace(Find.Words, $"“{quote.Passage.Text}”", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Shapes(Intent intent, Evidence evidence) =>
        evidence.FindsFor(intent).Where(find => !find.HasWords && find.IsTold && find.Weight >= Weighty).Select(find => find.Says);

    // what makes up the whole mention explains nothing
    private string? StrongestClause(Intent intent, Passages passages, Glance mention) =>
        passages.Clauses().Where(clause => clause.Words < mention.Utterance.Words).Select(clause => (clause.Text, Lead: Lead(clause.Text, intent, mention.Language)))
            .Where(clause => clause.Lead > 0).OrderByDescending(clause => clause.Lead).Select(clause => clause.Text).FirstOrDefault();

    // a complaint seldom shows in single words, and a colleague should see at once where it lies: worth a second look at its sense
    private float Lead(string words, Intent intent, string language) => heads.Lead(words, intent, intent == Intent.Complaint && IntentHeads.Understands(language));

    private static string Does(Intent intent) => intent switch
    {
        Intent.Abuse => "insults:",
        Intent.Spam => "advertises:",
        Intent.Complaint => "tells what went wrong:",
        Intent.Question => "asks",
        Intent.Curiosity => "wonders",
        Intent.Thanks => "praises:",
        Intent.Chat => "talks to you:",
        _ => "names you in passing:",
    };

    private static string Sounds(Intent intent) => intent switch
    {
        Intent.Abuse => "sounds like an insult",
        Intent.Spam => "sounds like an advert",
        Intent.Complaint => "sounds disappointed",
        Intent.Question => "sounds like a question",
        Intent.Curiosity => "sounds curious",
        Intent.Thanks => "sounds pleased",
        Intent.Chat => "sounds like talk with you",
        _ => "sounds like talk about you",
    };

    private static string ReadsLike(Intent intent) => intent switch
    {
        Intent.Abuse => "reads like an insult",
        Intent.Spam => "reads like an advert",
        Intent.Complaint => "reads like other complaints",
        Intent.Question => "reads like other questions people asked",
        Intent.Curiosity => "reads like what curious people ask",
        Intent.Thanks => "reads like other thanks and praise",
        Intent.Chat => "reads like talk meant for you",
        _ => "reads like talk about you, not to you",
    };

    private sealed class Quote(Passage passage, double weight, string says)
    {
        public Passage Passage => passage;

        public double Weight { get; set; } = weight;

        public string Says => says;
    }
}
