using System.Collections.Concurrent;
using EngageBot.Model;

namespace EngageBot.Library;

/// <summary>The pictures of backstage snippets; of a broken one the last good version stays in use.</summary>
internal sealed class PictureFolder(string path)
{
    private readonly Dictionary<string, Shelved> files = new(StringComparer.Ordinal);
    // a draft that is being stored may speak of a picture that a reload has just taken away
    private readonly ConcurrentDictionary<string, PictureFile> seen = new(StringComparer.Ordinal);

    public IEnumerable<LibraryProblem> Problems => files.Values.Select(file => file.Problem).OfType<LibraryProblem>();

    public PictureFile OfHash(string hash) => seen[hash];

    /// <summary>Null for a snippet that has none, or none that can be read.</summary>
    public Picture? Of(Snippet snippet) =>
        snippet.PictureName is { } name && files.GetValueOrDefault(name)?.Content is { } file ? new Picture(file.Hash, file.MediaType, snippet.AltText) : null;

    /// <summary>Reads what changed since the last time; true when anything did.</summary>
    public bool Refresh()
    {
        var found = Directory.Exists(path)
            ? new DirectoryInfo(path).EnumerateFiles().Where(file => PictureFile.IsName(file.Name)).OrderBy(file => file.Name, StringComparer.Ordinal).ToList()
            : [];
        var changed = false;
        foreach (var name in files.Keys.Except(found.Select(file => file.Name)).ToList())
            changed |= files.Remove(name);
        foreach (var file in found)
            changed |= Take(file);
        return changed;
    }

    private bool Take(FileInfo file)
    {
        var stamp = (file.LastWriteTimeUtc, file.Length);
        var known = files.GetValueOrDefault(file.Name);
        if (known?.Stamp == stamp)
            return false;
        try
        {
            var picture = PictureFile.Read(file);
            files[file.Name] = new Shelved(stamp, seen.GetOrAdd(picture.Hash, picture), null);
        }
        catch (BrokenFileException broken)
        {
            files[file.Name] = new Shelved(stamp, known?.Content, Problem(file, broken.Message));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            files[file.Name] = new Shelved(default, known?.Content, Problem(file, unreadable.Message));
        }
        return true;
    }

    private static LibraryProblem Problem(FileInfo file, string reason) => new($"backstage/pictures/{file.Name}", 1, reason);

    private sealed record Shelved((DateTime, long) Stamp, PictureFile? Content, LibraryProblem? Problem);
}
