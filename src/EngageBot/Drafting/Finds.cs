using EngageBot.Library;

namespace EngageBot.Drafting;

/// <summary>
/// What the library has for a mention, each looked up once when it is first asked for. It needs nothing of the talk, so a page's mentions
/// can be looked up side by side before anything is stored.
/// </summary>
internal sealed class Finds(LibrarySnapshot words, string text, string language, DateOnly day)
{
    private IReadOnlyList<Found<Answer>>? answers;
    private IReadOnlyList<Found<Snippet>>? snippets;

    /// <summary>Best first.</summary>
    public IReadOnlyList<Found<Answer>> Answers => answers ??= words.AnswersTo(text, language, day);

    /// <summary>Best first.</summary>
    public IReadOnlyList<Found<Snippet>> Snippets => snippets ??= words.SnippetsOn(text, language, day);

    /// <summary>False once the library was read again, the day is over, or the talk gives the question another meaning.</summary>
    public bool HoldFor(LibrarySnapshot current, string inLanguage, DateOnly today, string about) =>
        current == words && inLanguage == language && today == day && about == text;
}
