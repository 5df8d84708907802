using EngageBot.Approving.Together;
using EngageBot.Desk.Letter;
using EngageBot.Desk.Together;
using Microsoft.AspNetCore.Components;

namespace EngageBot.Desk.Queue;

/// <summary>The part of the desk that is arranged with colleagues: who writes, who looks after what, notes.</summary>
public sealed partial class QueuePage
{
    [Inject] private Company Company { get; set; } = null!;

    [Inject] private Assigning Assigning { get; set; } = null!;

    [Inject] private Notes Notes { get; set; } = null!;

    private async Task EditAsync(bool editing, bool over = false)
    {
        panel = Panel.None;
        if (Sitting is not { Words: { } words, Letter: { } letter })
            return;
        words.Editing = editing && await Company.WriteAsync(letter.Mention.Id, over);
        if (!editing)
            await Company.StopWritingAsync();
    }

    /// <summary>A colleague's letter becomes this person's, with the words that lie there.</summary>
    private async Task TakeOverAsync()
    {
        if (!Sitting.CanWrite || Sitting.Letter is not { } letter || Company.WriterOf(letter.Mention.Id) is null)
            return;
        await OpenAsync(letter.Mention.Id);
        await EditAsync(Sitting.CanWrite, over: true);
    }

    private async Task AskAsync(Panel question)
    {
        await Assigning.LookAsync();
        panel = Sitting.CanWrite && panel != question ? question : Panel.None;
    }

    private Task AssignAsync(string? to) => ActAsync(() => Assigning.AssignAsync(to));

    private async Task NoteAsync(string text)
    {
        if (Sitting.Letter is { } letter && (await Notes.AddAsync(letter.Mention.Id, text, Sitting.Rights.Name, CancellationToken.None)).ChangedSomething)
            await ActAsync(Sitting.RefreshAsync);
    }

    private Task LoseAsync() => InvokeAsync(async () =>
    {
        if (Sitting.Words is { } words)
            words.Editing = false;
        await Sitting.Kept.FlushAsync();
        await Sitting.RefreshAsync();
        StateHasChanged();
    });
}
