using System.Text;

namespace EngageBot.Library.Editing;

/// <summary>Reads and writes single files of the library: whole or not at all, and never outside of its folder.</summary>
internal sealed class LibraryFolder(string root, TimeProvider clock)
{
    private const string Unfinished = ".tmp";
    private const long LargestShown = 1024 * 1024;
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    /// <summary>Null when there is no such file. Throws <see cref="RefusedFileException"/> for a name that is none or leads out.</summary>
    public FileText? Read(string name)
    {
        var file = new FileInfo(Place(name));
        if (!file.Exists)
            return null;
        if (file.Length > LargestShown)
            throw new RefusedFileException("This file is too large to be shown here.");
        return FileText.Of(File.ReadAllBytes(file.FullName));
    }

    /// <summary>Whether anything lies under this name.</summary>
    public bool Holds(string name) => Path.Exists(Path.Combine(root, name));

    /// <summary>Every file there is, by its name below the folder, whatever it holds.</summary>
    public IReadOnlyList<string> Names() => !Directory.Exists(root)
        ? []
        : [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))];

    /// <summary>Writes beside the file and renames, so that whoever reads sees the old text or the new one; returns the new mark.</summary>
    /// <param name="replace">False when the file must not be there yet; then <see cref="IOException"/> tells that it is.</param>
    public string Write(string name, string text, bool replace)
    {
        var place = Place(name);
        var folder = Path.GetDirectoryName(place)!;
        Directory.CreateDirectory(folder);
        SweepUp(folder);
        var content = Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n");
        var beside = Path.Combine(folder, $".{Path.GetFileName(place)}.{Model.Ids.New(clock)}{Unfinished}");
        try
        {
            using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }
            File.Move(beside, place, replace);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
        return FileText.MarkOf(content);
    }

    public void Delete(string name) => File.Delete(Place(name));

    /// <summary>A crash between writing and renaming leaves a file that nobody reads; it goes when somebody writes next to it later.</summary>
    private void SweepUp(string folder)
    {
        foreach (var left in Directory.EnumerateFiles(folder, $".*{Unfinished}"))
            if (clock.GetUtcNow() - File.GetLastWriteTimeUtc(left) > Abandoned)
                File.Delete(left);
    }

    /// <summary>A link could lead anywhere, so none is followed below the folder; the folder itself may be one.</summary>
    private string Place(string name)
    {
        if (LibraryNames.Objection(name) is { } objection)
            throw new RefusedFileException(objection);
        var place = Path.GetFullPath(root);
        foreach (var part in name.Split('/'))
        {
            place = Path.Combine(place, part);
            if (new FileInfo(place).LinkTarget is not null)
                throw new RefusedFileException($"{name} lies behind a link. Edit it where the link points to.");
        }
        return place;
    }
}
