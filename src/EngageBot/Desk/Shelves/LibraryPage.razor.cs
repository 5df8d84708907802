using EngageBot.Desk.Shell;
using EngageBot.Library;
using EngageBot.Library.Editing;
using EngageBot.Model;
using EngageBot.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace EngageBot.Desk.Shelves;

/// <summary>The shelves: what there is, how it stands and what became of it.</summary>
public sealed partial class LibraryPage
{
    private IReadOnlyList<ShelfEntry> found = [];
    private IReadOnlyList<ShelfEntry> shown = [];
    private IReadOnlyList<LibraryEdit> removed = [];
    private LibraryState? seen;
    private Shelf current = Shelf.Answers;
    private ShelfOrder order = ShelfOrder.Usual;
    private string searched = "";
    private string? trouble;
    private Intent? intent;
    private bool removedShown;
    private bool mayWrite;

    [Inject] private PromptLibrary Library { get; set; } = null!;

    [Inject] private Browsing Browsing { get; set; } = null!;

    [Inject] private LibraryHistory History { get; set; } = null!;

    [Inject] private LibraryEdits Edits { get; set; } = null!;

    [Inject] private DeskPulse Pulse { get; set; } = null!;

    [Inject] private IAuthorizationService Authorization { get; set; } = null!;

    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = null!;

    /// <summary>The shelf, from the address.</summary>
    [SupplyParameterFromQuery(Name = "shelf")] public string? ShelfKey { get; set; }

    protected override async Task OnInitializedAsync()
    {
        mayWrite = (await Authorization.AuthorizeAsync((await Authentication).User, Policies.WriteLibrary)).Succeeded;
        await LoadAsync();
        Pulse.Changed += LookAsync;
    }

    protected override void OnParametersSet()
    {
        (current, removedShown) = (Shelf.Of(ShelfKey), ShelfKey == "removed");
        Arrange();
    }

    private void Search(string? words)
    {
        searched = words?.Trim() ?? "";
        found = Browsing.Find(searched);
        Arrange();
    }

    private void Sort(ShelfOrder by)
    {
        order = by;
        Arrange();
    }

    private void Narrow(Intent to)
    {
        intent = intent == to ? null : to;
        Arrange();
    }

    private async Task RestoreAsync(LibraryEdit edit)
    {
        if (!mayWrite)
            return;
        trouble = await Edits.SaveAsync(edit.File, edit.Before!, null, (await Authentication).User.Actor(), CancellationToken.None, restored: true) switch
        {
            EditOutcome.Saved => null,
            EditOutcome.Unwritable unwritable => T.Told(unwritable.Why),
            EditOutcome.Broken broken => T["{0} cannot be used any more. Line {1}: {2}", edit.File, broken.Line, T.Told(broken.Reason)],
            _ => T["{0} is there again already.", edit.File],
        };
        await LoadAsync();
    }

    /// <summary>The queue's bell does not ring for files, but it rings often, and a look costs nothing where no file changed.</summary>
    private Task LookAsync() => InvokeAsync(async () =>
    {
        if (ReferenceEquals(seen, Library.Current))
            return;
        await LoadAsync();
        StateHasChanged();
    });

    private async Task LoadAsync()
    {
        seen = Library.Current;
        removed = await History.RemovedAsync(CancellationToken.None);
        await Browsing.CountAsync(CancellationToken.None);
        Search(searched);
    }

    private void Arrange() => shown = order.Apply(found.Where(entry => entry.Shelf == current && (current != Shelf.Replies || intent is null || entry.Intent == intent)));

    private static string Address(string shelf) => $"/library?shelf={shelf}";

    public void Dispose() => Pulse.Changed -= LookAsync;
}
