using EngageBot.Approving;
using EngageBot.Desk.Letter;
using Microsoft.AspNetCore.Components;

namespace EngageBot.Desk.Queue;

/// <summary>Several mentions decided together.</summary>
public sealed partial class QueuePage
{
    [Inject] private Several Several { get; set; } = null!;

    /// <summary>Marks the open letter and goes on to the next, so that a run of them takes one key each.</summary>
    private async Task ChooseAsync()
    {
        if (Sitting.CanDecide && Sitting.Letter is { } letter && Several.Toggle(new Chosen(letter.Mention.Id, letter.AssignedTo)))
            await ActAsync(Sitting.NextAsync);
    }

    private void Choose(QueueItem item) => Several.Toggle(new Chosen(item.Id, item.AssignedTo));

    private async Task DecideSeveralAsync(string key)
    {
        if (key == "g")
            await Assigning.LookAsync();
        if (Several.Ask(key))
            return;
        var index = int.Parse(key, System.Globalization.CultureInfo.InvariantCulture) - 1;
        await (Several.Asking switch
        {
            Panel.LetBe when index < LetBePanel.Reasons.Count => LetSeveralBeAsync(LetBePanel.Reasons[index]),
            Panel.Snooze when SnoozePanel.Until(index, Viewer) is { } until => SnoozeSeveralAsync(until),
            Panel.Assign when index < Assigning.Choices.Count => AssignSeveralAsync(Assigning.Choices[index]),
            _ => Task.CompletedTask,
        });
    }

    private Task LetSeveralBeAsync(string reason) => ActAsync(() => Several.LetBeAsync(reason));

    private Task SnoozeSeveralAsync(DateTimeOffset until) => ActAsync(() => Several.SnoozeAsync(until));

    private Task AssignSeveralAsync(string? to) => ActAsync(() => Several.AssignAsync(to));
}
