using EngageBot.Library;

namespace EngageBot.Desk.Shelves;

/// <summary>A kind of library entry, as a tab of the library page.</summary>
/// <param name="Key">Its folder, and as it stands in the address.</param>
public sealed record Shelf(string Key, string Name, string One)
{
    public static Shelf Answers { get; } = new("answers", "Answers", "answer");

    public static Shelf Backstage { get; } = new("backstage", "Backstage", "snippet");

    public static Shelf Replies { get; } = new("replies", "Replies", "template");

    public static Shelf Voice { get; } = new("voice", "Voice", "voice");

    public static IReadOnlyList<Shelf> All { get; } = [Answers, Backstage, Replies, Voice];

    public static Shelf Of(string? key) => All.FirstOrDefault(shelf => shelf.Key == key) ?? Answers;

    /// <summary>Null for a file that lies on no shelf.</summary>
    public static Shelf? OfFile(string file) => All.FirstOrDefault(shelf => shelf.Key == PromptLibrary.KindOf(file));
}
