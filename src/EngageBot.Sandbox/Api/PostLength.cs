using EngageBot.Language;

namespace EngageBot.Sandbox.Api;

/// <summary>Whether X takes a text; what X itself puts in front of a reply does not count.</summary>
internal static class PostLength
{
    public static string? Fault(string text) => WeightedText.IsValid(text)
        ? null
        : "Your Tweet text is too long, or it contains characters that are not allowed.";
}
