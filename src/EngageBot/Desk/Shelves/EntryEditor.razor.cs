using EngageBot.Language;
using EngageBot.Library;
using EngageBot.Model;
using Microsoft.AspNetCore.Components;

namespace EngageBot.Desk.Shelves;

/// <summary>The words of an entry, as a form or as the file itself, with what speaks against saving them.</summary>
public sealed partial class EntryEditor
{
    private static readonly Intent[] Intents = [Intent.Thanks, Intent.Question, Intent.Curiosity, Intent.Complaint, Intent.Chat, Intent.Unsure];

    private string begunWith = "";
    private bool asFile;

    [CascadingParameter] private OpenEntry Entry { get; set; } = null!;

    /// <summary>Whether this person may change it.</summary>
    [Parameter] public bool MayWrite { get; set; }

    /// <summary>Something was typed; the entry holds it already.</summary>
    [Parameter] public EventCallback OnTyped { get; set; }

    /// <summary>Save it.</summary>
    [Parameter] public EventCallback OnSave { get; set; }

    /// <summary>Back to what the file holds.</summary>
    [Parameter] public EventCallback OnDiscard { get; set; }

    /// <summary>Take the file away.</summary>
    [Parameter] public EventCallback OnRemove { get; set; }

    private IReadOnlyList<SheetField>? Fields => SheetField.For(Entry.Shelf);

    private int? Length => Entry.Content switch
    {
        Answer answer => WeightedText.Length(answer.Link is null ? answer.Text : $"{answer.Text} {answer.Link}"),
        Snippet snippet => WeightedText.Length(snippet.Text),
        _ => null,
    };

    // the editor is not written to while somebody types in it; what else changes the text begins a new editor
    protected override void OnInitialized() => begunWith = Entry.Text;

    private void Show(bool file) => (asFile, begunWith) = (file, Entry.Text);

    private Task TypeAsync(string text)
    {
        if (!MayWrite)
            return Task.CompletedTask;
        Entry.Type(text);
        return OnTyped.InvokeAsync();
    }

    private void Move(string intent)
    {
        var untouched = !Entry.Changed;
        Entry.Folder = $"replies/{intent}";
        if (untouched)
            Entry.Begin(Shelf.Replies, Entry.Folder, begunWith = Prefill.Template(Words.Parse<Intent>(intent)));
        else
            Entry.Type(Entry.Text);
    }

    private void Name(string? title)
    {
        Entry.Title = title ?? "";
        Entry.Type(Entry.Text);
    }
}
