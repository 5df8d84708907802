using System.Text.RegularExpressions;

namespace EngageBot.Benchmarks.Season;

/// <summary>How a reply of ours sounds to the person it is for. It knows their memory and nothing of the program.</summary>
internal sealed partial class Hearing(Lines lines)
{
    private const int Run = 6;
    private const int ContentLetters = 4;

    private readonly Regex greets = lines.Listening("greets");
    private readonly Regex thanks = lines.Listening("thanks");
    private readonly Regex promises = lines.Listening("promises");
    private readonly Regex sells = lines.Listening("sells");

    /// <param name="facts">Texts that they asked for: who asks again must be told again.</param>
    public Heard Hear(string reply, string theirPost, Memory memory, Talk talk, DateTimeOffset now, IReadOnlyCollection<string> facts)
    {
        var own = WithoutFacts(reply, facts);
        var (greeting, thanking) = (greets.IsMatch(reply), thanks.IsMatch(reply));
        var question = QuestionIn(reply);
        return new Heard(
            question.Length > 0 && !sells.IsMatch(question) && !memory.Questions.Contains(Plain(question)),
            Content(theirPost).Overlaps(Content(reply)),
            Repeats(own, memory),
            greeting && (talk.Greeted || now - memory.GreetedAt < TimeSpan.FromHours(12)),
            thanking && talk.Thanked,
            theirPost.Contains('?', StringComparison.Ordinal) && !promises.IsMatch(reply) && !Content(theirPost).Overlaps(Content(reply)),
            promises.IsMatch(reply),
            greeting,
            thanking,
            Plain(question));
    }

    /// <summary>Whether it tells something of what was asked, rather than promising again.</summary>
    public bool Tells(string reply, string asked) => !promises.IsMatch(reply) && Content(asked).Overlaps(Content(reply));

    public static void Remember(string reply, IReadOnlyCollection<string> facts, Memory memory) => memory.Runs.UnionWith(Runs(Words(WithoutFacts(reply, facts))));

    /// <summary>The longest stretches that they have heard before, each counted once.</summary>
    private static int Repeats(string own, Memory memory)
    {
        var (count, inside) = (0, false);
        foreach (var run in Runs(Words(own)))
        {
            var heard = memory.Runs.Contains(run);
            count += heard && !inside ? 1 : 0;
            inside = heard;
        }
        return count;
    }

    private static string WithoutFacts(string reply, IReadOnlyCollection<string> facts)
    {
        foreach (var sentence in facts.SelectMany(fact => SentenceEnd().Split(fact)).Where(sentence => sentence.Length > 0))
            reply = reply.Replace(sentence, " | ", StringComparison.Ordinal);
        return reply;
    }

    private static IEnumerable<string> Runs(List<string> words)
    {
        for (var first = 0; first + Run <= words.Count; first++)
            if (!words[first..(first + Run)].Contains("|"))
                yield return string.Join(' ', words[first..(first + Run)]);
    }

    private static List<string> Words(string text) => [.. Word().Matches(Handles().Replace(text, " ").ToLowerInvariant()).Select(match => match.Value)];

    private static HashSet<string> Content(string text) => Words(text).Where(word => word.Length >= ContentLetters && !Common.Contains(word)).ToHashSet(StringComparer.Ordinal);

    private static string Plain(string text) => string.Join(' ', Words(text));

    public static string QuestionIn(string text)
    {
        var end = text.LastIndexOf('?');
        var start = end <= 0 ? -1 : text.LastIndexOfAny(['.', '!', '\n', '?'], end - 1);
        return end < 0 ? "" : text[(start + 1)..(end + 1)];
    }

    private static readonly HashSet<string> Common =
    [
        "that", "this", "with", "have", "what", "when", "where", "which", "your", "yours", "from", "they", "them", "there", "here", "will",
        "would", "could", "been", "were", "just", "very", "much", "also", "than", "then", "about", "into", "some", "only", "like", "know",
        "thank", "thanks", "please", "dass", "nicht", "eine", "einen", "sind", "haben", "auch", "noch", "pour", "dans", "avec", "vous",
        "nous", "para", "como", "esta", "este", "pero", "niet", "voor", "naar", "maar", "sono", "della", "come", "isso", "mais", "harbourtheatre",
    ];

    [GeneratedRegex(@"[\p{L}\p{Nd}][\p{L}\p{Nd}'’]*|\|")]
    private static partial Regex Word();

    [GeneratedRegex(@"@\w+|https?://\S+")]
    private static partial Regex Handles();

    [GeneratedRegex(@"(?<=[.!?])\s+")]
    private static partial Regex SentenceEnd();
}

/// <summary>What somebody noticed in a reply.</summary>
/// <param name="AsksBack">A real question, new to them, that sells nothing.</param>
/// <param name="IsConcrete">It takes up something that they said.</param>
/// <param name="Repeats">Stretches of six words that we have said to them before.</param>
/// <param name="TalksPast">They asked, and it neither answers nor promises to.</param>
internal sealed record Heard(
    bool AsksBack, bool IsConcrete, int Repeats, bool GreetsAgain, bool ThanksAgain, bool TalksPast, bool Promises, bool Greets, bool Thanks, string Question);
