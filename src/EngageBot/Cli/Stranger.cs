using EngageBot.Model;

namespace EngageBot.Cli;

/// <summary>Stands in where a command is given a text without a network around it.</summary>
internal static class Stranger
{
    public static Account Account { get; } = new("", "x", new Person("1", "HarbourTheatre", "Harbour Theatre"));

    public static Post Post(string text, string handle = "follower") =>
        new("1", new Person("2", handle, handle), text, DateTimeOffset.UnixEpoch, "1");
}
