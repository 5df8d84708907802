using EngageBot.Language.Encoder;
using EngageBot.Model;
using EngageBot.Reading;

namespace EngageBot.Tests.Reading;

/// <summary>Mentions of a small theatre, as somebody types them.</summary>
internal static class Mentions
{
    private static readonly MentionReader Reader = new(new IntentHeads(IntentHeads.LoadShipped(), SentenceEncoder.Load()));

    public static Account Theatre { get; } = new("a1", "x", new Person("1", "harbourtheatre", "Harbour Theatre"));

    public static Post Post(string text, string? language = null, Post? parent = null, string id = "100") =>
        new(id, new Person("2", "nora", "Nora Vance"), text, DateTimeOffset.UnixEpoch, "100", parent?.Id, language, false, parent);

    public static Post FromUs(string text) => new("90", Theatre.Self, text, DateTimeOffset.UnixEpoch, "90");

    public static Understanding Read(string text, string? language = null, Post? parent = null) => Reader.Read(Post(text, language, parent), Theatre);
}
