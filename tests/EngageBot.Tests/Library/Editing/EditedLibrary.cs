using EngageBot.Library;
using EngageBot.Library.Editing;
using EngageBot.Tests.Storage;
using Microsoft.Extensions.Time.Testing;

namespace EngageBot.Tests.Library.Editing;

/// <summary>A library in a temporary folder over a real database, edited as the desk does.</summary>
internal sealed class EditedLibrary : IAsyncDisposable
{
    public const string Doors = "answers/doors.md";
    public const string AtSeven = "---\nquestion: When do the doors open?\n---\nAt seven.\n";

    private readonly TempDatabase temp;

    private EditedLibrary(TempDatabase temp)
    {
        this.temp = temp;
        Library = new PromptLibrary(Path);
        Files = new LibraryFolder(Path, Clock);
        Edits = new LibraryEdits(temp.Database, Library, Files, Clock);
        History = new LibraryHistory(temp.Database, Files);
        Put(Doors, AtSeven);
        Library.Refresh();
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("prompts").FullName;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 5, 31, 18, 0, 0, TimeSpan.Zero));

    public PromptLibrary Library { get; }

    public LibraryFolder Files { get; }

    public LibraryEdits Edits { get; }

    public LibraryHistory History { get; }

    public static async Task<EditedLibrary> CreateAsync(Engine engine = Engine.Sqlite) => new(await TempDatabase.CreateAsync(engine));

    /// <summary>A second program on the same folder and store.</summary>
    public LibraryEdits Replica() => new(temp.Database, new PromptLibrary(Path), new LibraryFolder(Path, Clock), Clock);

    /// <summary>Somebody writes a file without the desk.</summary>
    public void Put(string file, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(At(file))!);
        File.WriteAllText(At(file), text);
    }

    public string At(string file) => System.IO.Path.Combine(Path, file);

    public string Mark(string file = Doors) => Files.Read(file)!.Mark;

    /// <summary>Ana saves what she typed over what lies there now.</summary>
    public Task<EditOutcome> SaveAsync(string text, string file = Doors, string editor = "Ana") =>
        Edits.SaveAsync(file, text, Files.Read(file)?.Mark, editor, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await temp.DisposeAsync();
        Directory.Delete(Path, recursive: true);
    }
}
