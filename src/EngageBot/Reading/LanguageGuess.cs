using EngageBot.Language.Identification;

namespace EngageBot.Reading;

/// <summary>Which language a mention speaks, by what is written and the network's own guess.</summary>
internal static class LanguageGuess
{
    /// <summary>The languages we have cues for.</summary>
    public static readonly string[] Known = ["en", "de", "fr", "es", "nl", "it", "pt"];

    /// <summary>An ISO 639-1 code, or <c>und</c> when nothing tells.</summary>
    public static string Of(string text, string? hint) => LanguageIdentifier.Shipped.LanguageOf(text, hint);
}
