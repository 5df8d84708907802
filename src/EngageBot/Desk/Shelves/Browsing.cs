using EngageBot.Approving;
using EngageBot.Library;
using EngageBot.Library.Editing;

namespace EngageBot.Desk.Shelves;

/// <summary>Everything on the shelves, found by words and by meaning.</summary>
internal sealed class Browsing(PromptLibrary library, LibraryFolder folder, SourceUses uses, TimeProvider clock)
{
    private const double WorthShowing = 0.25;

    private readonly Dictionary<string, FrontMatter> sheets = new(StringComparer.Ordinal);
    private LibraryState? read;
    private IReadOnlyDictionary<string, SourceUse> counted = new Dictionary<string, SourceUse>();

    public IReadOnlyList<LibraryProblem> Problems => library.Current.Problems;

    public async Task CountAsync(CancellationToken cancellationToken) => counted = await uses.AllAsync(cancellationToken);

    /// <summary>All entries that fit what is searched for, the best first; without a search in the order of their titles.</summary>
    public IReadOnlyList<ShelfEntry> Find(string searched)
    {
        var (words, snapshot) = (searched.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), library.Current.Snapshot);
        var day = snapshot.Voice.DayOf(clock.GetUtcNow());
        Read();
        var meant = words.Length == 0 ? [] : Meant(searched, snapshot, day);
        return
        [
            .. from file in library.Current.Files
               let entry = ShelfEntry.Of(file, sheets.GetValueOrDefault(file.Name), day, counted)
               where entry is not null
               let found = meant.GetValueOrDefault(entry.File.Id)
               where found > 0 || entry.Holds(words)
               orderby found descending, entry.File.Content is null descending, entry.Intent, entry.Language == "en" descending, entry.Language, entry.Title
               select entry with { Found = found },
        ];
    }

    /// <summary>Templates are known by how they are written, which the library itself forgets; read again when a file has changed.</summary>
    private void Read()
    {
        if (ReferenceEquals(read, library.Current))
            return;
        read = library.Current;
        sheets.Clear();
        foreach (var file in read.Files.Where(file => Shelf.OfFile(file.Name) is not null))
            if (TryRead(file.Name) is { } sheet)
                sheets.Add(file.Name, sheet);
    }

    private FrontMatter? TryRead(string name)
    {
        try
        {
            return folder.Read(name) is { } found ? FrontMatter.TryParse(found.Text) : null;
        }
        catch (Exception unreadable) when (unreadable is RefusedFileException or IOException or UnauthorizedAccessException)
        {
            return null; // its problem is told on top of the page
        }
    }

    private static Dictionary<string, double> Meant(string searched, LibrarySnapshot snapshot, DateOnly day)
    {
        var found = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var language in snapshot.Answers.Select(answer => answer.Language).Distinct())
            foreach (var answer in snapshot.AnswersTo(searched, language, day).Where(answer => answer.Score >= WorthShowing))
                found[answer.Entry.Id] = answer.Score;
        foreach (var language in snapshot.Snippets.Select(snippet => snippet.Language).Distinct())
            foreach (var snippet in snapshot.SnippetsOn(searched, language, day).Where(snippet => snippet.Score >= WorthShowing))
                found[snippet.Entry.Id] = snippet.Score;
        return found;
    }
}
