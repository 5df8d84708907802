using EngageBot.Language;

namespace EngageBot.Conversing;

/// <summary>What a reply of ours does: greets, thanks, asks, promises. Seven languages.</summary>
internal static class Speech
{
    private static readonly IReadOnlyDictionary<string, PhraseList> Heard = PhraseFile.Read("speech");

    public static bool Greets(string text) => Heard["greets"].StandsIn(PhraseList.WordsOf(text));

    public static bool Thanks(string text) => Heard["thanks"].StandsIn(PhraseList.WordsOf(text));

    /// <summary>Whether its reader is told that they will hear from us.</summary>
    public static bool Promises(string text) =>
        PhraseList.WordsOf(text) is var words && Heard["promises"].StandsIn(words) && !Heard["conditions"].StandsIn(words);

    public static bool Asks(string text) => QuestionIn(text).Length > 0;

    /// <summary>Its last question in plain words, to be compared with; empty for none.</summary>
    public static string QuestionIn(string text)
    {
        var end = text.LastIndexOfAny(['?', '؟', '？']);
        if (end < 0)
            return "";
        var start = end == 0 ? -1 : text.LastIndexOfAny(['.', '!', '?', '\n', '¿', '…'], end - 1);
        return string.Join(' ', PhraseList.WordsOf(text[(start + 1)..end]));
    }
}
