using EngageBot.Library;
using EngageBot.Model;

namespace EngageBot.Desk.Shelves;

/// <summary>A kind of library entry, as a tab of the library page.</summary>
/// <param name="Key">Its folder, and as it stands in the address.</param>
public sealed record Shelf(string Key, string Name, string New)
{
    public static Shelf Answers { get; } = new("answers", Phrase.Key("Answers"), Phrase.Key("New answer"));

    public static Shelf Backstage { get; } = new("backstage", Phrase.Key("Backstage"), Phrase.Key("New snippet"));

    public static Shelf Replies { get; } = new("replies", Phrase.Key("Templates"), Phrase.Key("New template"));

    public static Shelf Voice { get; } = new("voice", Phrase.Key("Voice"), Phrase.Key("Voice"));

    public static IReadOnlyList<Shelf> All { get; } = [Answers, Backstage, Replies, Voice];

    public static Shelf Of(string? key) => All.FirstOrDefault(shelf => shelf.Key == key) ?? Answers;

    /// <summary>Null for a file that lies on no shelf.</summary>
    public static Shelf? OfFile(string file) => All.FirstOrDefault(shelf => shelf.Key == PromptLibrary.KindOf(file));
}
