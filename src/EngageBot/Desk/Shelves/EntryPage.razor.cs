using EngageBot.Approving;
using EngageBot.Conversing;
using EngageBot.Library;
using EngageBot.Model;
using EngageBot.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;

namespace EngageBot.Desk.Shelves;

/// <summary>One entry of the library: read it, change it, see what the change would do, how it fared, and what it was before.</summary>
public sealed partial class EntryPage
{
    private const double ComesClose = 0.2;

    private IReadOnlyList<Trial> trials = [];
    private IReadOnlyList<SourcedReply> latest = [];
    private IReadOnlyList<ShelfEntry> all = [];
    private IReadOnlyList<ShelfEntry> similar = [];
    private RecentMention? asked;
    private string opened = "";
    private string me = "";
    private string? notice;
    private string? kept;
    private int concerned;
    private int generation;
    private int typed;
    private bool gone;
    private bool mayWrite;

    [Inject] private OpenEntry Entry { get; set; } = null!;

    [Inject] private Rehearsal Rehearsal { get; set; } = null!;

    [Inject] private PromptLibrary Library { get; set; } = null!;

    [Inject] private Browsing Browsing { get; set; } = null!;

    [Inject] private Afterwards Afterwards { get; set; } = null!;

    [Inject] private RecentMentions Mentions { get; set; } = null!;

    [Inject] private SourceUses Uses { get; set; } = null!;

    [Inject] private IAuthorizationService Authorization { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    [Inject] private Drawer Drawer { get; set; } = null!;

    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = null!;

    /// <summary>Which file, from the address.</summary>
    [SupplyParameterFromQuery(Name = "file")] public string? FileName { get; set; }

    /// <summary>The shelf on which a new entry is to lie.</summary>
    [SupplyParameterFromQuery(Name = "new")] public string? NewOn { get; set; }

    /// <summary>The mention that asks what this entry is to answer.</summary>
    [SupplyParameterFromQuery(Name = "mention")] public string? MentionId { get; set; }

    private string Heading => Listed?.Title ?? (Entry.File is { } file ? file : T[Entry.Shelf.New]);

    private ShelfEntry? Listed => all.FirstOrDefault(listed => listed.File.Name == Entry.File);

    private bool Stays => Listed?.File is { Problem: not null, Content: not null };

    private PictureFile? Picture => Entry.Content is Snippet { PictureName: not null } && Listed?.File.Id is { } id
        && Library.Current.Snapshot.Snippets.FirstOrDefault(snippet => snippet.Id == id)?.Picture is { } picture ? Library.PictureOf(picture.Hash) : null;

    private string WhyNoTrial => Entry.Shelf == Shelf.Voice ? "" : Entry.Content is null ? T["As soon as it can be used, it is tried on recent mentions here."] : T["None of them would be answered with it today."];

    protected override async Task OnParametersSetAsync()
    {
        if (opened == $"{FileName}\n{NewOn}\n{MentionId}")
            return;
        opened = $"{FileName}\n{NewOn}\n{MentionId}";
        var user = (await Authentication).User;
        (me, mayWrite) = (user.Actor(), (await Authorization.AuthorizeAsync(user, Policies.WriteLibrary)).Succeeded);
        (notice, kept, concerned) = (null, null, 0);
        asked = MentionId is null ? null : await Mentions.OneAsync(MentionId, CancellationToken.None);
        await Rehearsal.LoadAsync(CancellationToken.None);
        await OpenAsync();
        await LookAroundAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        await Drawer.OpenAsync();
        await RecallAsync();
    }

    private async Task OpenAsync()
    {
        if (FileName is { } file)
        {
            // drafts know entries by their ids, in small letters
            file = Library.Current.Files.FirstOrDefault(known => known.Name == file || known.Id == PromptLibrary.IdOf(file))?.Name ?? file;
            gone = !await Entry.OpenAsync(file, CancellationToken.None);
            if (!gone && asked is not null && mayWrite)
                Entry.Type(Prefill.Also(Entry.Text, asked));
        }
        else
        {
            gone = false;
            var shelf = Shelf.Of(NewOn);
            Entry.Begin(shelf, shelf == Shelf.Replies ? $"replies/{Words.Of(Intent.Thanks)}" : shelf.Key, shelf == Shelf.Replies ? Prefill.Template(Intent.Thanks) : Prefill.Answer(asked));
        }
        generation++;
        await RecallAsync();
    }

    /// <summary>Shows the rest of the page as things stand now.</summary>
    private async Task LookAroundAsync()
    {
        await Browsing.CountAsync(CancellationToken.None);
        all = Browsing.Find("");
        latest = Entry.File is { } file ? await Uses.LatestAsync(PromptLibrary.IdOf(file), 5, CancellationToken.None) : [];
        similar = asked is null || !Entry.IsNew ? [] : [.. Browsing.Find(asked.Post.Text).Where(found => found.Shelf == Shelf.Answers && found.Found >= ComesClose).Take(3)];
        await TryOutAsync();
    }

    /// <summary>The check comes with the key; the trial after a pause, because it reads hundreds of mentions.</summary>
    private async Task TypedAsync()
    {
        var mine = ++typed;
        await Task.Delay(TimeSpan.FromMilliseconds(500), Clock);
        if (mine != typed)
            return;
        await Drawer.KeepAsync(opened, Entry.Changed ? Entry.Text : null);
        await TryOutAsync();
    }

    /// <summary>Beside the page, which stays quick for whoever types on.</summary>
    private async Task TryOutAsync()
    {
        var (content, name) = (Entry.Content, Entry.Name);
        trials = await Task.Run(() => TryOut(content, name));
    }

    private IReadOnlyList<Trial> TryOut(object? content, string? name) => content switch
    {
        ReplyTemplate template => Rehearsal.OfTemplate(template),
        Answer when name is not null => Rehearsal.OfEdit(name, content),
        Snippet snippet when name is not null => [.. Rehearsal.OfEdit(name, snippet with { EmbargoUntil = null, Expires = null }).Take(3)],
        _ => [],
    };

    private async Task SaveAsync()
    {
        if (!await MayStillWriteAsync() || !await Entry.SaveAsync(me, CancellationToken.None))
            return;
        await ClearAsync();
        var id = PromptLibrary.IdOf(Entry.File!);
        if (asked is not null)
            notice = T["Saved. {0}", await Afterwards.AnsweredAsync(id, asked.Id, me, CancellationToken.None)];
        else
            (notice, concerned) = (T["Saved, and in use."], await Afterwards.ConcernedAsync(id, CancellationToken.None));
        opened = $"{Entry.File}\n\n{MentionId}";
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters("/library/entry", new Dictionary<string, object?> { ["file"] = Entry.File, ["mention"] = MentionId }), replace: true);
        await LookAroundAsync();
    }

    private async Task RedraftAsync()
    {
        notice = await Afterwards.RedraftAsync(PromptLibrary.IdOf(Entry.File!), me, CancellationToken.None);
        concerned = 0;
    }

    private async Task RemoveAsync()
    {
        if (!await MayStillWriteAsync() || !await Entry.RemoveAsync(me, CancellationToken.None))
            return;
        gone = true;
        await ClearAsync();
        notice = T["Removed. Its text stays in the history; bring it back from there whenever you like."];
        await LookAroundAsync();
    }

    private async Task RestoreAsync(string older)
    {
        if (!await MayStillWriteAsync() || !await Entry.RestoreAsync(older, me, CancellationToken.None))
            return;
        gone = false;
        await ClearAsync();
        notice = T["Brought back, and in use."];
        await LookAroundAsync();
    }

    private async Task SettleAsync(bool keepMine)
    {
        Entry.Settle(keepMine);
        generation++;
        await TypedAsync();
    }

    private async Task DiscardAsync()
    {
        Entry.Discard();
        generation++;
        await TypedAsync();
    }

    private Task ClearAsync()
    {
        (kept, concerned) = (null, 0);
        generation++;
        return Drawer.KeepAsync(opened, null);
    }

    private async Task<bool> MayStillWriteAsync() =>
        mayWrite = (await Authorization.AuthorizeAsync((await Authentication).User, Policies.WriteLibrary)).Succeeded;

    private async Task AskBeforeLeavingAsync(LocationChangingContext leaving)
    {
        var stays = leaving.TargetLocation.Contains("/library/entry", StringComparison.Ordinal) && leaving.TargetLocation.Contains(Uri.EscapeDataString(Entry.File ?? "\n"), StringComparison.Ordinal);
        if (mayWrite && Entry.Changed && !stays && !await Drawer.MayLeaveAsync())
            leaving.PreventNavigation();
    }

    private async Task RecallAsync()
    {
        if (!mayWrite)
            return;
        kept = await Drawer.KeptAsync(opened) is { Length: > 0 } text && text != Entry.Text ? text : null;
        StateHasChanged();
    }

    private async Task TakeKeptAsync()
    {
        Entry.Type(kept!);
        kept = null;
        generation++;
        await TryOutAsync();
    }

    public ValueTask DisposeAsync() => Drawer.DisposeAsync();
}
