using EngageBot.Approving;
using EngageBot.Approving.Makers;
using EngageBot.Desk.Shell;
using EngageBot.Library;
using EngageBot.Model;
using EngageBot.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace EngageBot.Desk.Finding;

/// <summary>What we owe an answer: promises by the hour they fall due, and the questions that the library cannot answer.</summary>
public sealed partial class FindOutPage
{
    private const int Most = 200;

    // looked up once for each state of the library: something happens every second
    private readonly Dictionary<string, Wording?> known = new(StringComparer.Ordinal);
    private LibraryState? library;
    private Rights rights = Rights.None;
    private IReadOnlyList<(OwedAnswer Owed, Wording? Words)>? owed;
    private IReadOnlyList<QuestionGroup>? groups;
    private IReadOnlyList<MakerQuestion>? asked;
    private string? notice;

    [Inject] private OwedAnswers Owed { get; set; } = null!;

    [Inject] private UnansweredQuestions Questions { get; set; } = null!;

    [Inject] private QuestionGroups Groups { get; set; } = null!;

    [Inject] private MakerBoard Makers { get; set; } = null!;

    [Inject] private FoundOut Findings { get; set; } = null!;

    [Inject] private PromptLibrary Library { get; set; } = null!;

    [Inject] private DeskPulse Pulse { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private IAuthorizationService Authorization { get; set; } = null!;

    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var user = (await Authentication).User;
        rights = new Rights(
            user.Actor(),
            MayDraft: (await Authorization.AuthorizeAsync(user, Policies.Drafter)).Succeeded,
            MayDecide: (await Authorization.AuthorizeAsync(user, Policies.Approver)).Succeeded);
        await LoadAsync();
        Pulse.Changed += LookAsync;
    }

    private Task LookAsync() => InvokeAsync(async () =>
    {
        await LoadAsync();
        StateHasChanged();
    });

    private async Task LoadAsync()
    {
        if (library != Library.Current)
            known.Clear();
        library = Library.Current;
        asked = await Makers.ListAsync(Most, CancellationToken.None);
        var open = new List<(OwedAnswer, Wording?)>();
        foreach (var promise in await Owed.ListAsync(Most, CancellationToken.None))
        {
            if (!known.TryGetValue(promise.Id, out var words) || (words is null && Answered(promise.MentionId) is not null))
                known[promise.Id] = words = await Owed.WordsAsync(promise, CancellationToken.None);
            open.Add((promise, words));
        }
        owed = open;
        groups = Groups.Of(await Questions.ListAsync(Most, CancellationToken.None));
    }

    private MakerQuestion? Answered(string mentionId) =>
        asked?.FirstOrDefault(question => question.Words is not null && question.Asked.Any(about => about.MentionId == mentionId));

    private MakerQuestion? ToldFor(QuestionGroup group) => group.Questions.Select(question => Answered(question.MentionId)).FirstOrDefault(told => told is not null);

    private async Task TakeAsync(OwedAnswer promise)
    {
        if (await Owed.TakeUpAsync(promise, rights.Name, CancellationToken.None) is { } mention)
            Navigation.NavigateTo($"/?open={mention}");
        else
            notice = T["Somebody was faster, or they have written again. Look at the list once more."];
        await LoadAsync();
    }

    private async Task ReleaseAsync(OwedAnswer promise, string why)
    {
        var released = await Owed.ReleaseAsync(promise, rights.Name, why, CancellationToken.None);
        notice = released ? T["@{0} is owed nothing any more.", promise.Author.Handle] : T["That was settled already."];
        await LoadAsync();
    }

    private async Task AnswerAsync(QuestionGroup group, string answer)
    {
        notice = await Findings.AnswerAsync(group, answer, rights.Name, CancellationToken.None) switch
        {
            FindingOutcome.Told told => Told(told),
            FindingOutcome.NotSaved(var why) => why,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        await LoadAsync();
    }

    private string Told(FindingOutcome.Told told) => string.Join(' ', new[]
    {
        T["It is in the library now."],
        told.Drafted > 0 ? T[told.Drafted, "One waiting mention has a draft from it.", "{0} waiting mentions have a draft from it."] : "",
        told.Reopened > 0 ? T[told.Reopened, "One who was promised it is back in the queue.", "{0} who were promised it are back in the queue."] : "",
        told.ByHand > 0 ? T[told.ByHand, "One has not written since: tell them by hand, above.", "{0} have not written since: tell them by hand, above."] : "",
    }.Where(part => part.Length > 0));

    public void Dispose() => Pulse.Changed -= LookAsync;
}
