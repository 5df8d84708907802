using EngageBot.Library;

namespace EngageBot.Tests.Library;

/// <summary>A folder of words for one test, gone afterwards.</summary>
internal sealed class PromptFolder : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("prompts").FullName;
    private DateTime written = DateTime.UnixEpoch;

    public PromptFolder() => Library = new PromptLibrary(path);

    public PromptLibrary Library { get; }

    public PromptFolder With(string file, string text)
    {
        var target = Path.Combine(path, file);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllText(target, text);
        // file systems keep time coarsely; an edit must look like one
        File.SetLastWriteTimeUtc(target, written = written.AddSeconds(1));
        return this;
    }

    public PromptFolder With(string file, byte[] bytes)
    {
        With(file, "");
        File.WriteAllBytes(Path.Combine(path, file), bytes);
        return this;
    }

    public PromptFolder Without(string file)
    {
        File.Delete(Path.Combine(path, file));
        return this;
    }

    public LibraryState Read()
    {
        Library.Refresh();
        return Library.Current;
    }

    public void Dispose() => Directory.Delete(path, recursive: true);
}
