using System.Collections.Immutable;
using EngageBot.Approving.Rules;
using EngageBot.Model;
using EngageBot.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace EngageBot.Desk.Household;

/// <summary>What the house agrees on about approvals.</summary>
public sealed partial class RulesPage
{
    private const int Told = 20;
    private bool loaded;
    private bool complaints;
    private bool blockedWords;
    private long firstReplies;
    private Dictionary<Intent, long> undo = [];
    private long approvers;
    private IReadOnlyList<RuleChange> changes = [];
    private string? problem;
    private string said = "";

    [Inject] private RuleBook Book { get; set; } = null!;

    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = null!;

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task SaveAsync()
    {
        var wanted = new ApprovalRules(complaints, blockedWords, firstReplies, undo.ToImmutableSortedDictionary());
        problem = await Book.ChangeAsync(wanted, (await Authentication).User.Actor(), CancellationToken.None);
        if (problem is not null)
            return;
        said = T["Saved. It holds from now on."];
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var rules = await Book.CurrentAsync(CancellationToken.None);
        (complaints, blockedWords, firstReplies) = (rules.SecondForComplaints, rules.SecondForBlockedWords, rules.FirstRepliesOfNewcomers);
        undo = rules.UndoSeconds.ToDictionary();
        approvers = await Book.ApproversAsync(CancellationToken.None);
        changes = await Book.ChangesAsync(Told, CancellationToken.None);
        loaded = true;
    }
}
