using EngageBot.Desk;

namespace EngageBot.BrowserTests;

/// <summary>A program with a library of its own, which its tests may change.</summary>
public sealed class LibraryFixture : DeskFixture
{
    private readonly string folder = Directory.CreateTempSubdirectory("engagebot-prompts-").FullName;

    protected override string[] Settings => [.. base.Settings, $"--Library:Path={Copied()}", "--Library:SecondsBetweenLooks=1"];

    /// <summary>Somebody writes a file without the desk.</summary>
    public void Put(string file, string text) => File.WriteAllText(At(file), text);

    public string At(string file) => Path.Combine(folder, file);

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private string Copied()
    {
        var shipped = Path.Combine(Path.GetDirectoryName(typeof(DeskSetup).Assembly.Location)!, "prompts");
        foreach (var file in Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories))
        {
            var copy = At(Path.GetRelativePath(shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
        return folder;
    }
}
