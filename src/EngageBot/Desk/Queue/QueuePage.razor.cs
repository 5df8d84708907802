using EngageBot.Desk.Letter;
using EngageBot.Desk.Shell;
using EngageBot.Desk.Verbs;
using EngageBot.Model;
using EngageBot.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using MudBlazor;

namespace EngageBot.Desk.Queue;

/// <summary>The desk: what waits on the left, one letter open on the right, a key for every verb.</summary>
public sealed partial class QueuePage
{
    private DotNetObjectReference<QueuePage>? self;
    private PageScript script = null!;
    private QueueList? list;
    private Panel panel;
    private bool showList;
    private bool seated;
    private bool left;
    private bool listening;
    private string? revealed;

    [Inject] private Sitting Sitting { get; set; } = null!;

    [Inject] private Rereading Rereading { get; set; } = null!;

    [Inject] private KeyMap Keys { get; set; } = null!;

    [Inject] private Hands Hands { get; set; } = null!;

    [Inject] private DeskPulse Pulse { get; set; } = null!;

    [Inject] private ViewerClock Viewer { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private IAuthorizationService Authorization { get; set; } = null!;

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    [Inject] private IJSRuntime Browser { get; set; } = null!;

    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        script = new PageScript(Browser, "./Desk/Queue/QueuePage.razor.js");
        var user = (await Authentication).User;
        Sitting.Rights = new Rights(
            user.Actor(),
            MayDraft: (await Authorization.AuthorizeAsync(user, Policies.Drafter)).Succeeded,
            MayDecide: (await Authorization.AuthorizeAsync(user, Policies.Approver)).Succeeded);
        await Sitting.SitDownAsync(Sight.Of(LaneKey, Order, Language, Account, Assignee, Sought), OpenId);
        await Assigning.LookAsync();
        if (left)
            return;
        Pulse.Changed += LookAsync;
        Sitting.Kept.Changed += Redraw;
        Company.Start(Sitting.Rights.Name);
        Company.Lost += LoseAsync;
        await Company.LookAtAsync(Sitting.Letter?.Mention.Id);
        Hands.Press = DoAsync;
        Hands.Open = mentionId => InvokeAsync(async () =>
        {
            await OpenAsync(mentionId);
            StateHasChanged();
        });
        Hands.TurnTo = lane => InvokeAsync(async () =>
        {
            await TurnToAsync(new Sight(Lane.Of(lane)));
            StateHasChanged();
        });
        seated = true;
        KeepPlace();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            self = DotNetObjectReference.Create(this);
            await script.StartAsync("listen", self, Keys.Heard);
            listening = true;
            KeepPlace();
            StateHasChanged();
        }
        if (listening && Sitting.Letter?.Mention.Id is { } open && open != revealed)
        {
            revealed = open;
            await (list?.RevealAsync(open) ?? Task.CompletedTask);
            await script.TellAsync("reveal");
        }
    }

    /// <summary>A key, and the mention that the person had before them when they pressed it.</summary>
    [JSInvokable]
    public async Task Press(string key, string? shown)
    {
        if (string.IsNullOrEmpty(shown) || shown == Sitting.Letter?.Mention.Id)
            await PressAsync(key);
        StateHasChanged();
    }

    private Task DoAsync(string code) => InvokeAsync(async () =>
    {
        await PressAsync(code);
        StateHasChanged();
    });

    private Task PressAsync(string key) => Several.Takes(key) ? DecideSeveralAsync(key) : key switch
    {
        "x" => ChooseAsync(),
        "a" when Sitting.Waits => ActAsync(Sitting.SendNowAsync),
        "r" when Sitting.Waits => ActAsync(Sitting.TakeBackAsync),
        "a" or "Send" => ActAsync(() => Sitting.ApproveAsync()),
        "z" => ActAsync(Sitting.UndoAsync),
        "j" => ActAsync(Sitting.NextAsync),
        "k" => ActAsync(Sitting.PreviousAsync),
        "r" => ActAsync(Sitting.ReopenAsync),
        "e" => EditAsync(Sitting.CanWrite),
        "t" => TakeOverAsync(),
        "g" => AskAsync(Panel.Assign),
        "n" => AskAsync(Panel.Note),
        "m" => AskAsync(Panel.Maker),
        "w" => Done(WriteAnswer),
        "l" when panel != Panel.LetBe && Sitting.Advice is not null => ActAsync(Sitting.LetBeAsAdvisedAsync),
        "l" or "OtherReason" => Done(() => Turn(panel == Panel.LetBe ? Panel.None : Panel.LetBe)),
        "s" => Done(() => Turn(panel == Panel.Snooze ? Panel.None : Panel.Snooze)),
        "c" => Done(() => panel = Sitting.CanWrite && panel != Panel.Wants ? Panel.Wants : Panel.None),
        "Leave" => LeaveAsync(),
        "/" => SeekAsync(),
        "?" => HelpDialog.ShowAsync(Dialogs),
        _ => NumberAsync(int.Parse(key, System.Globalization.CultureInfo.InvariantCulture) - 1),
    };

    private Task NumberAsync(int index) => panel switch
    {
        Panel.LetBe when index < LetBePanel.Reasons.Count => LetBeAsync(LetBePanel.Reasons[index]),
        Panel.Reason when index < ReasonPanel.Reasons.Count => ReasonAsync(ReasonPanel.Reasons[index]),
        Panel.Snooze when SnoozePanel.Until(index, Viewer) is { } until => SnoozeAsync(until),
        Panel.Wants when index < WantsPanel.Intents.Count => CorrectAsync(WantsPanel.Intents[index]),
        Panel.Assign when index < Assigning.Choices.Count => AssignAsync(Assigning.Choices[index]),
        Panel.None => Done(() => Sitting.Choose(index)),
        _ => Task.CompletedTask,
    };

    private static Task Done(Action act)
    {
        act();
        return Task.CompletedTask;
    }

    private void WriteAnswer()
    {
        if (Sitting is { MayBeAnswered: true, Letter: { } letter })
            Navigation.NavigateTo($"/library/entry?new=answers&mention={letter.Mention.Id}");
    }

    private async Task LeaveAsync()
    {
        if (panel == Panel.None && Sitting is { Words: null or { Editing: false }, Feed.Sight: { Sought: not null } sight })
            await ActAsync(() => Sitting.TurnToAsync(sight with { Sought = null }, open: false));
        else if (panel == Panel.None)
            await EditAsync(false);
        panel = Panel.None;
    }

    private void Turn(Panel to) => panel = Sitting.CanDecide ? to : Panel.None;

    private async Task ActAsync(Func<Task> verb)
    {
        await verb();
        panel = Sitting.NeedsReason ? Panel.Reason : Panel.None;
        KeepPlace();
        await Company.LookAtAsync(Sitting.Letter?.Mention.Id);
        if (Sitting.Words is not { Editing: true })
            await Company.StopWritingAsync();
    }

    private async Task OpenAsync(string mentionId)
    {
        showList = false;
        await ActAsync(() => Sitting.OpenAsync(mentionId));
    }

    private Task LetBeAsync(string reason) => ActAsync(() => Sitting.LetBeAsync(reason));

    private Task CorrectAsync(Intent intent) => ActAsync(() => Rereading.CorrectAsync(intent));

    private Task ReasonAsync(string reason) => ActAsync(() => Sitting.ApproveAsync(reason));

    private Task SnoozeAsync(DateTimeOffset until) => ActAsync(() => Sitting.SnoozeAsync(until));

    private Task LookAsync() => InvokeAsync(async () =>
    {
        await Sitting.RefreshAsync();
        await Company.LookAtAsync(Sitting.Letter?.Mention.Id);
        StateHasChanged();
    });

    private void Redraw() => _ = InvokeAsync(StateHasChanged);

    public async ValueTask DisposeAsync()
    {
        left = true;
        (Hands.Press, Hands.Open, Hands.TurnTo) = (null, null, null);
        Pulse.Changed -= LookAsync;
        Sitting.Kept.Changed -= Redraw;
        Company.Lost -= LoseAsync;
        await Sitting.Kept.FlushAsync();
        await script.DisposeAsync();
        self?.Dispose();
    }
}
