using EngageBot.Language;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Approving;

/// <summary>Which wording of the draft a reply began as: its very words, else the one that shares most words with it.</summary>
/// <param name="Sources">One a line; empty where there was no draft.</param>
/// <param name="Edited">Whether a person changed it.</param>
internal sealed record ReplyOrigin(string Sources, bool Edited)
{
    /// <summary>Stands among the sources of a reply whose words began as a language model's.</summary>
    public const string LanguageModel = "language-model";

    private const string Templates = "replies/";

    /// <summary>What a mention is taken for by whoever says these words to it: nobody answers a complaint with plain thanks.</summary>
    /// <param name="read">What the reader takes it for.</param>
    public Intent TakesFor(Intent read) =>
        read == Intent.Complaint
            && Lines.Split(Sources).FirstOrDefault(source => source.StartsWith(Templates, StringComparison.Ordinal)) is { } template
            && Words.TryParse<Intent>(template.Split('/')[1], out var meant)
                ? meant
                : read;

    public static async Task<ReplyOrigin> OfAsync(Session session, string mentionId, string text, bool byModel) =>
        await OfAsync(session, mentionId, text) is var origin && byModel ? new ReplyOrigin(Lines.Join([.. Lines.Split(origin.Sources), LanguageModel]), true) : origin;

    private static async Task<ReplyOrigin> OfAsync(Session session, string mentionId, string text)
    {
        var wordings = await session.QueryAsync<Drafted>("SELECT text AS Text, sources AS Sources FROM wording WHERE mention_id = @mentionId ORDER BY place", new { mentionId });
        var words = WordsOf(text);
        return wordings.FirstOrDefault(wording => wording.Text == text) is { } same
            ? new ReplyOrigin(same.Sources, false)
            : new ReplyOrigin(wordings.MaxBy(wording => Likeness(words, WordsOf(wording.Text)))?.Sources ?? "", true);
    }

    private static double Likeness(HashSet<string> one, HashSet<string> other) =>
        one.Count(other.Contains) is var shared && shared == 0 ? 0 : (double)shared / (one.Count + other.Count - shared);

    private static HashSet<string> WordsOf(string text) => [.. Tokenizer.Split(text).Where(token => token.Kind != TokenKind.Mark).Select(token => token.Text)];

    private sealed record Drafted(string Text, string Sources);
}
