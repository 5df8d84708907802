using EngageBot.Language.Encoder;
using EngageBot.Library.Voice;
using EngageBot.Model;

namespace EngageBot.Library;

/// <summary>All words the organisation gave us, at one moment; never changes.</summary>
internal sealed class LibrarySnapshot(
    VoiceRules voice,
    IReadOnlyList<ReplyTemplate> replies,
    IReadOnlyList<Answer> answers,
    IReadOnlyList<Snippet> snippets,
    SentenceEncoder? encoder = null)
{
    private ILookup<(Intent, string), ReplyTemplate> shelves = Shelves(replies);
    private readonly AnswerSearch search = new(answers, new Titles(voice.Shows), encoder);
    private readonly SnippetSearch backstage = new(snippets, new Titles(voice.Shows), encoder);

    public static LibrarySnapshot Empty { get; } = new(VoiceRules.Plain, [], [], []);

    public VoiceRules Voice => voice;

    /// <summary>Hears whether a reply sounds like one of us.</summary>
    public VoiceLint Lint { get; } = new(voice.Lint);

    /// <summary>The shows as people name them.</summary>
    public Titles Titles { get; } = new(voice.Shows);

    public IReadOnlyList<ReplyTemplate> Replies => replies;

    public IReadOnlyList<Answer> Answers => answers;

    public IReadOnlyList<Snippet> Snippets => snippets;

    /// <summary>The same knowledge with this template alone to say it.</summary>
    public LibrarySnapshot SaidBy(ReplyTemplate template)
    {
        var copy = (LibrarySnapshot)MemberwiseClone();
        copy.shelves = Shelves([template]);
        return copy;
    }

    public IEnumerable<ReplyTemplate> RepliesFor(Intent intent, string language) => shelves[(intent, language)];

    /// <summary>The answers that fit a question, best first, each with how well: 0 to 1.</summary>
    public IReadOnlyList<Found<Answer>> AnswersTo(string question, string language, DateOnly day) => search.For(question, language, day);

    /// <summary>The snippets that fit what somebody wonders about, best first.</summary>
    public IReadOnlyList<Found<Snippet>> SnippetsOn(string wondering, string language, DateOnly day) => backstage.For(wondering, language, day);

    private static ILookup<(Intent, string), ReplyTemplate> Shelves(IReadOnlyList<ReplyTemplate> replies) => replies.ToLookup(reply => (reply.Intent, reply.Language));
}

/// <summary>A library entry and how well it fits: 0 to 1.</summary>
internal readonly record struct Found<T>(T Entry, double Score);
