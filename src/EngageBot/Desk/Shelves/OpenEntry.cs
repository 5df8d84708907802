using EngageBot.Desk.Translation;
using EngageBot.Library;
using EngageBot.Library.Editing;

namespace EngageBot.Desk.Shelves;

/// <summary>One library file on the desk: what lies there, what its editor has typed, and what stands against saving that.</summary>
internal sealed class OpenEntry(LibraryEdits edits, LibraryFolder folder, LibraryHistory history, Phrases phrases)
{
    private string? mark;
    private string saved = "";

    /// <summary>Null for an entry that has no file yet.</summary>
    public string? File { get; private set; }

    public Shelf Shelf { get; private set; } = Shelf.Answers;

    /// <summary>Where a new entry will lie, for example <c>replies/thanks</c>.</summary>
    public string Folder { get; set; } = "answers";

    /// <summary>Of a new template; the others name themselves.</summary>
    public string Title { get; set; } = "";

    /// <summary>The text as its editor sees it.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What it stands for; null while it cannot be used.</summary>
    public object? Content { get; private set; }

    public EditOutcome.Broken? Problem { get; private set; }

    /// <summary>Somebody was faster; their text beside the one that is kept here.</summary>
    public EditOutcome.Collided? Collision { get; private set; }

    /// <summary>Why the last verb did not go through.</summary>
    public string? Trouble { get; private set; }

    public IReadOnlyList<LibraryEdit> History { get; private set; } = [];

    public bool IsNew => File is null;

    public bool Changed => Text != saved;

    public bool CanSave => Problem is null && (Changed || Collision is not null) && (!IsNew || Name is not null);

    /// <summary>The form of an answer or a snippet; null when it can only be edited as text.</summary>
    public FrontMatter? Sheet => SheetField.For(Shelf) is null ? null : FrontMatter.TryParse(Text);

    /// <summary>The name that the file has or would get; null while nothing names it.</summary>
    public string? Name => File ?? (Naming() is { Length: > 0 } title ? LibraryNames.Free(Folder, title, folder.Names()) : null);

    /// <summary>False when there is no such file now; its history may tell more.</summary>
    public async Task<bool> OpenAsync(string file, CancellationToken cancellationToken)
    {
        (File, Shelf, Collision, Trouble) = (file, Shelf.OfFile(file) ?? Shelf.Answers, null, null);
        History = await history.OfAsync(file, cancellationToken);
        if (Read() is not { } found)
            return false;
        (mark, saved) = (found.Mark, found.Text);
        Type(found.Text);
        return true;
    }

    public void Begin(Shelf shelf, string inFolder, string text)
    {
        (File, Shelf, Folder, mark, saved, Collision, Trouble, History) = (null, shelf, inFolder, null, text, null, null, []);
        Type(text);
    }

    /// <summary>Takes over what somebody typed and looks whether the library could use it.</summary>
    public void Type(string text)
    {
        Text = text;
        try
        {
            Content = PromptLibrary.Understand(File ?? Name ?? $"{Folder}/new{(Shelf == Shelf.Replies ? ".liquid" : ".md")}", text);
            Problem = null;
        }
        catch (BrokenFileException broken)
        {
            (Content, Problem) = (null, new EditOutcome.Broken(broken.Line, broken.Message));
        }
    }

    /// <summary>True when it is in the file now.</summary>
    public async Task<bool> SaveAsync(string editor, CancellationToken cancellationToken)
    {
        if (!CanSave || Name is not { } name)
            return false;
        return await TakeAsync(await edits.SaveAsync(name, Text, mark, editor, cancellationToken), cancellationToken);
    }

    public async Task<bool> RemoveAsync(string editor, CancellationToken cancellationToken) =>
        File is not null && mark is not null && await TakeAsync(await edits.RemoveAsync(File, mark, editor, cancellationToken), cancellationToken);

    /// <summary>Puts an older text back in its place, also when the file has gone since.</summary>
    public async Task<bool> RestoreAsync(string older, string editor, CancellationToken cancellationToken) =>
        File is not null && await TakeAsync(await edits.SaveAsync(File, older, mark, editor, cancellationToken, restored: true), cancellationToken);

    /// <summary>Goes on from what the faster one wrote; one's own text stays in the editor unless it is given up.</summary>
    public void Settle(bool keepMine)
    {
        if (Collision is not { } collision)
            return;
        (mark, saved, Collision) = (collision.Now?.Mark, collision.Now?.Text ?? "", null);
        if (!keepMine)
            Type(saved);
    }

    public void Discard() => Type(saved);

    private async Task<bool> TakeAsync(EditOutcome outcome, CancellationToken cancellationToken)
    {
        Trouble = null;
        switch (outcome)
        {
            case EditOutcome.Saved done:
                await OpenAsync(done.File, cancellationToken);
                return true;
            case EditOutcome.Broken broken:
                Trouble = phrases["It cannot be used any more. Line {0}: {1}", broken.Line, phrases.Told(broken.Reason)];
                return false;
            case EditOutcome.Collided collided:
                Collision = collided;
                return false;
            case EditOutcome.Unwritable unwritable:
                Trouble = phrases.Told(unwritable.Why);
                return false;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private FileText? Read()
    {
        try
        {
            if (folder.Read(File!) is { } found)
                return found;
            (mark, saved, Text, Content) = (null, "", "", null);
        }
        catch (Exception refused) when (refused is RefusedFileException or IOException or UnauthorizedAccessException)
        {
            Trouble = phrases.Told(refused.Message);
        }
        return null;
    }

    /// <summary>An answer is named after its question, a snippet after what it is about, a template by its author.</summary>
    private string Naming() => Shelf == Shelf.Replies ? Title.Trim()
        : FrontMatter.TryParse(Text) is not { } sheet ? ""
        : Shelf == Shelf.Answers ? sheet["question"]
        : sheet["topics"] is { Length: > 0 } topics ? string.Join(' ', topics.Split('\n').Take(2)) : sheet["about"];
}
