using System.Text;
using EngageBot.Language.Encoder;
using EngageBot.Library.Voice;

namespace EngageBot.Library;

/// <summary>The words under <c>prompts/</c>, always whole: a broken file is reported and its last good version stays in use.</summary>
/// <param name="encoder">Lets answers be found by what a question means; null for by its letters alone.</param>
internal sealed class PromptLibrary(string path, SentenceEncoder? encoder = null)
{
    private const int LargestFile = 64 * 1024;

    private readonly Lock refreshing = new();
    private readonly Dictionary<string, Shelved> files = new(StringComparer.Ordinal);
    private readonly PictureFolder pictures = new(Path.Combine(path, "backstage", "pictures"));
    private volatile LibraryState state = new(LibrarySnapshot.Empty, []);

    /// <summary>What to draft from now, and what is wrong with it.</summary>
    public LibraryState Current => state;

    /// <summary>The file of a picture that a snippet has, or had since the program started.</summary>
    public PictureFile PictureOf(string hash) => pictures.OfHash(hash);

    /// <summary>Where the files lie.</summary>
    public string Folder => path;

    /// <summary>Reads what changed since the last time; true when anything did.</summary>
    /// <param name="surely">A file that is read again even if it looks as before.</param>
    public bool Refresh(string? surely = null)
    {
        lock (refreshing)
        {
            if (surely is not null && files.TryGetValue(surely, out var known))
                files[surely] = known with { Stamp = default };
            var first = ReferenceEquals(state.Snapshot, LibrarySnapshot.Empty);
            var found = Directory.Exists(path) ? Find() : [];
            var changed = files.Keys.Except(found.Keys).ToList() is { Count: > 0 } gone && Remove(gone);
            changed |= pictures.Refresh();
            foreach (var (name, file) in found)
                changed |= Take(name, file);
            if (changed)
                Listen();
            if (changed || first)
                state = new LibraryState(Snapshot(files.Values.Select(file => file.Content)), Problems(found.Count))
                {
                    Files = [.. files.Select(file => new LibraryFile(file.Key, file.Value.Content, file.Value.Problem)).OrderBy(file => file.Name, StringComparer.Ordinal)],
                };
            return changed;
        }
    }

    /// <summary>The words as they would be if this file held this; without it when the content is null.</summary>
    public LibrarySnapshot With(string name, object? content)
    {
        lock (refreshing)
            return Snapshot([.. files.Where(file => file.Key != name).Select(file => file.Value.Content), content]);
    }

    /// <summary>What a text stands for under this name; throws <see cref="BrokenFileException"/> as loading it would.</summary>
    public static object Understand(string name, string text) =>
        Encoding.UTF8.GetByteCount(text) is > LargestFile and var bytes ? throw TooLarge(bytes) : Parse(name, text);

    private Dictionary<string, FileInfo> Find() =>
        new DirectoryInfo(path).EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(path, file.FullName).Replace('\\', '/'), File: file))
            .Where(entry => KindOf(entry.Name) is not null)
            .OrderBy(entry => entry.Name, StringComparer.Ordinal)
            .ToDictionary(entry => entry.Name, entry => entry.File);

    private bool Remove(List<string> gone) => gone.TrueForAll(files.Remove);

    private bool Take(string name, FileInfo file)
    {
        var stamp = (file.LastWriteTimeUtc, file.Length);
        var known = files.GetValueOrDefault(name);
        if (known?.Stamp == stamp)
            return false;
        try
        {
            files[name] = new Shelved(stamp, Parse(name, Text(file)), null) { Before = known?.Content };
        }
        catch (BrokenFileException broken)
        {
            files[name] = new Shelved(stamp, known?.Content, new LibraryProblem(name, broken.Line, broken.Message));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // no stamp: looked at again the next time
            files[name] = new Shelved(default, known?.Content, new LibraryProblem(name, 1, unreadable.Message));
        }
        return true;
    }

    private static string Text(FileInfo file)
    {
        if (file.Length > LargestFile)
            throw TooLarge(file.Length);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(file.FullName)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new BrokenFileException(1, "The file is not UTF-8 text.");
        }
    }

    private static BrokenFileException TooLarge(long bytes) => new(1, $"The file has {bytes / 1024} kB; {LargestFile / 1024} kB are allowed.");

    private static object Parse(string name, string text) => KindOf(name) switch
    {
        "answers" => FileParser.Answer(IdOf(name), text),
        "backstage" => FileParser.Snippet(IdOf(name), text),
        "replies" => ReplyParser.Parse(IdOf(name), text),
        _ => FileParser.Voice(text),
    };

    /// <summary>answers, backstage, replies or voice; null for a file that is none of the library's.</summary>
    public static string? KindOf(string name) => (name.Split('/')[0], Path.GetExtension(name)) switch
    {
        ("answers", ".md") => "answers",
        ("backstage", ".md") => "backstage",
        ("replies", ".liquid") when name.Count(letter => letter == '/') == 2 => "replies",
        ("voice.yaml", _) => "voice",
        _ => null,
    };

    /// <summary>Under which an entry is known to drafts and replies.</summary>
    public static string IdOf(string name) => Path.ChangeExtension(name, null).ToLowerInvariant();

    private LibrarySnapshot Snapshot(IEnumerable<object?> contents)
    {
        var all = contents.ToList();
        return new LibrarySnapshot(
            all.OfType<VoiceRules>().FirstOrDefault() ?? VoiceRules.Plain,
            [.. all.OfType<ReplyTemplate>().DistinctBy(entry => entry.Id)],
            [.. all.OfType<Answer>().DistinctBy(entry => entry.Id)],
            [.. all.OfType<Snippet>().DistinctBy(entry => entry.Id).Select(snippet => snippet with { Picture = pictures.Of(snippet) })],
            encoder);
    }

    private List<LibraryProblem> Problems(int count)
    {
        var problems = files.Values.Select(file => file.Problem).OfType<LibraryProblem>().ToList();
        problems.AddRange(pictures.Problems);
        problems.AddRange(from file in files
                          where file.Value.Content is Snippet { PictureName: not null } snippet && pictures.Of(snippet) is null
                          select new LibraryProblem(file.Key, 1, $"Its picture {((Snippet)file.Value.Content!).PictureName} is not in backstage/pictures; it is told without."));
        foreach (var twins in files.Keys.GroupBy(IdOf).Where(twins => twins.Count() > 1))
            problems.AddRange(twins.Skip(1).Select(name => new LibraryProblem(name, 1, $"The id '{twins.Key}' is taken by {twins.First()} already.")));
        if (count == 0)
            problems.Add(new LibraryProblem(".", 1, $"There are no templates in '{path}'; drafts stay empty until there are. Library:Path tells where to look."));
        return problems;
    }

    /// <summary>What speaks against offering anybody these words; null when nothing does.</summary>
    public LibraryProblem? Objection(string name, object content) =>
        content is ReplyTemplate template ? new TemplateEar(Voice()).Objection(name, template) : null;

    private VoiceRules Voice() => files.Values.Select(file => file.Content).OfType<VoiceRules>().FirstOrDefault() ?? VoiceRules.Plain;

    /// <summary>Hears every template that is new, or all of them when the voice is.</summary>
    private void Listen()
    {
        var ear = new TemplateEar(Voice());
        foreach (var (name, file) in files.Where(file => !ReferenceEquals(file.Value.HeardBy, ear.Voice)).ToList())
            files[name] = Heard(name, file, ear);
    }

    private static Shelved Heard(string name, Shelved file, TemplateEar ear)
    {
        var heard = file with { HeardBy = ear.Voice };
        if ((file.HeldBack ?? file.Content) is not ReplyTemplate newest)
            return heard;
        if (ear.Objection(name, newest) is not { } objection)
            return file.HeldBack is null ? heard : heard with { Content = newest, HeldBack = null, Problem = null };
        var last = file.HeldBack is null ? file.Before : file.Content;
        return heard with
        {
            Content = last is ReplyTemplate older && ear.Objection(name, older) is null ? older : null,
            HeldBack = newest,
            Problem = file.Problem ?? objection,
        };
    }

    /// <summary>A file as last seen: its last good content and what is wrong with it now.</summary>
    private sealed record Shelved((DateTime, long) Stamp, object? Content, LibraryProblem? Problem)
    {
        /// <summary>What was in use before.</summary>
        public object? Before { get; init; }

        /// <summary>The newest version, as long as it sounds too much like an advert.</summary>
        public ReplyTemplate? HeldBack { get; init; }

        /// <summary>The voice that it was last held against; by reference, for a file that is read again makes a new one.</summary>
        public VoiceRules? HeardBy { get; init; }
    }
}

/// <summary>The library at one moment.</summary>
internal sealed record LibraryState(LibrarySnapshot Snapshot, IReadOnlyList<LibraryProblem> Problems)
{
    /// <summary>Every file, by name, the broken ones too.</summary>
    public IReadOnlyList<LibraryFile> Files { get; init; } = [];
}
