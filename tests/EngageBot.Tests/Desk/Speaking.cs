using EngageBot.Desk.Translation;

namespace EngageBot.Tests.Desk;

/// <summary>The words of a desk that nobody else looks at.</summary>
internal static class Speaking
{
    private static readonly Phrasebooks Books = new();

    public static Phrases English => In("en-GB");

    public static Phrases German => In("de");

    public static Phrases In(string culture)
    {
        var phrases = new Phrases(Books);
        phrases.Speak(culture);
        return phrases;
    }
}
