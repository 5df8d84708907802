using System.Text.RegularExpressions;
using EngageBot.Storage;
using Xunit;

namespace EngageBot.Tests.House;

/// <summary>A room may use any room on a lower floor, never a neighbour, never upstairs.</summary>
public sealed partial class FloorsTests
{
    private static readonly Dictionary<string, int> Floors = new[]
    {
        "Model",
        "Storage Networks Language",
        "Reading Conversing Library People Hours",
        "Drafting Learning Reporting",
        "Listening Approving Posting",
        "Desk Api Cli",
    }.SelectMany((rooms, floor) => rooms.Split(' ').Select(room => (room, floor))).ToDictionary(pair => pair.room, pair => pair.floor);

    [Fact]
    public void No_file_looks_upstairs_or_next_door()
    {
        var offences =
            from file in RoomFiles()
            from other in RoomsNamedIn(file.Text)
            where other != file.Room && Floors[other] >= Floors[file.Room]
            select $"{file.Path} uses {other}";
        Assert.Empty(offences);
    }

    [Fact]
    public void Every_folder_is_a_room_of_the_house() =>
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(SourceTree.Root, "src", "EngageBot"))
            .Select(Path.GetFileName)
            .Except([.. Floors.Keys, "bin", "obj", "Properties", "wwwroot"]));

    [Fact]
    public void Nothing_but_the_program_lives_in_the_root_namespace()
    {
        var homeless =
            from file in RoomFiles()
            where RootNamespace().IsMatch(file.Text)
            select file.Path;
        Assert.Empty(homeless);
    }

    [Fact]
    public void No_room_is_visible_without_a_using() =>
        Assert.Empty(RoomFiles().Where(file => file.Text.Contains("global using EngageBot", StringComparison.Ordinal)).Select(file => file.Path));

    [Fact]
    public void The_journal_is_only_ever_added_to()
    {
        var offences =
            from file in SourceTree.FilesUnder("src/EngageBot", ".cs", ".sql")
            where JournalTampering().IsMatch(File.ReadAllText(file).Replace(Journal.ForgetWords, "", StringComparison.Ordinal))
            select SourceTree.Relative(file);
        Assert.Empty(offences);
    }

    private static IEnumerable<(string Path, string Room, string Text)> RoomFiles() =>
        from file in SourceTree.FilesUnder("src/EngageBot", ".cs", ".razor")
        let parts = SourceTree.Relative(file).Split('/')
        where parts.Length > 3 && Floors.ContainsKey(parts[2])
        select (SourceTree.Relative(file), parts[2], File.ReadAllText(file));

    private static IEnumerable<string> RoomsNamedIn(string text) =>
        RoomName().Matches(text).Select(match => match.Groups[1].Value).Where(Floors.ContainsKey).Distinct();

    [GeneratedRegex(@"\bEngageBot\.([A-Z]\w+)")]
    private static partial Regex RoomName();

    [GeneratedRegex(@"^\s*namespace EngageBot\s*[;{]", RegexOptions.Multiline)]
    private static partial Regex RootNamespace();

    [GeneratedRegex(@"(UPDATE|DELETE\s+FROM|TRUNCATE|DROP\s+TABLE)\s+journal\b", RegexOptions.IgnoreCase)]
    private static partial Regex JournalTampering();
}
