using EngageBot.Language;

namespace EngageBot.Conversing;

/// <summary>The words of a post that say what it is about.</summary>
internal static class Telling
{
    // shorter words stand in every sentence
    private const int Letters = 5;

    // and so do these
    private static readonly HashSet<string> Empty =
    [
        "please", "thanks", "thank", "there", "where", "which", "could", "would", "should", "about", "again", "after", "before", "other", "these", "those", "that's", "what's",
        "still", "really", "maybe", "sorry", "right", "their", "going", "haben", "können", "könnte", "danke", "bitte", "wirklich", "gibt's", "welche", "merci", "encore",
        "combien", "comment", "pourquoi", "quelle", "gracias", "cuánto", "dónde", "cuándo", "todavía", "kunnen", "hoeveel", "bedankt", "grazie", "quanto", "ancora", "quale",
        "obrigado", "obrigada", "ainda", "quando", "qual",
    ];

    /// <summary>None for "and how much is it?".</summary>
    public static IEnumerable<string> WordsOf(string text) => PhraseList.WordsOf(text).Where(word => word.Length >= Letters && !Empty.Contains(word));
}
