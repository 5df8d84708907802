using EngageBot.Approving;
using EngageBot.Desk.Queue;
using EngageBot.Library.Voice;
using Microsoft.AspNetCore.Components;

namespace EngageBot.Desk.Letter;

/// <summary>The words that would go out: read at first, written on demand, always with what speaks against posting them.</summary>
public sealed partial class DraftPad
{
    private ElementReference editor;
    private Composition words = null!;
    private string begunWith = "";
    private int begunGeneration = -1;
    private bool wasEditing;
    private bool details;

    [Inject] private Sitting Sitting { get; set; } = null!;

    [Inject] private VoiceGuard Voice { get; set; } = null!;

    /// <summary>The letter that lies open.</summary>
    [Parameter, EditorRequired] public OpenMention Letter { get; set; } = null!;

    /// <summary>A button was pressed that stands for this key.</summary>
    [Parameter] public EventCallback<string> OnPress { get; set; }

    private LintReport? Report => words.Text.Length == 0 ? null : Voice.Hear(words.Text, Letter.Mention.Post, Letter.Mention.Understanding.Intent);

    protected override void OnParametersSet()
    {
        words = Sitting.Words!;
        if (words.Editing && (!wasEditing || begunGeneration != words.Generation))
            (begunWith, begunGeneration) = (words.Text, words.Generation);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (words.Editing && !wasEditing)
            await editor.FocusAsync();
        wasEditing = words.Editing;
    }
}
