using EngageBot.Desk.Shell;
using EngageBot.Desk.Translation;
using EngageBot.Learning;
using EngageBot.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace EngageBot.Desk.Reader;

/// <summary>The card of the reader: what it is made of, what it learned here, how well it does, and the way back.</summary>
public sealed partial class ModelPage
{
    private ModelCard? card;
    private string? notice;

    [Inject] private ModelCards Cards { get; set; } = null!;

    [Inject] private VersionShelf Versions { get; set; } = null!;

    [Inject] private LiveHeads Live { get; set; } = null!;

    [Inject] private DeskPulse Pulse { get; set; } = null!;

    [Inject] private IAuthorizationService Authorization { get; set; } = null!;

    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = null!;

    internal static string Share(Phrases phrases, long part, long whole) => whole == 0 ? "–" : phrases.Percent((double)part / whole);

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        Pulse.Changed += LookAsync;
    }

    private async Task ChooseAsync(long? number)
    {
        var person = (await Authentication).User;
        if (!(await Authorization.AuthorizeAsync(person, Policies.Admin)).Succeeded)
            return;
        var chosen = await Versions.ChooseAsync(number, person.Actor(), CancellationToken.None);
        await Live.FollowAsync(CancellationToken.None);
        await LoadAsync();
        notice = chosen
            ? number is null
                ? T["From the next mention on it reads as shipped. What waits keeps its reading."]
                : T["From the next mention on it reads with version {0}. What waits keeps its reading.", number]
            : T["This version is no longer kept. Nothing was changed."];
    }

    private Task LookAsync() => InvokeAsync(async () =>
    {
        await LoadAsync();
        StateHasChanged();
    });

    private async Task LoadAsync() => card = await Cards.MakeAsync(CancellationToken.None);

    private string Sentence(ModelCard card) => card switch
    {
        { Lessons: 0 } => T["Nobody has told it yet whether it reads well here."],
        { Corrections: 0 } => T["{0} judged {1} of its readings and corrected none.", People(card), T.InWords(card.Lessons)],
        _ => T["{0} judged {1} of its readings and corrected {2}.", People(card), T.InWords(card.Lessons), T.InWords(card.Corrections)],
    };

    private string People(ModelCard card) => T.Begin(T[card.People, "one person", "{1} people", T.InWords(card.People)]);

    private string Attempts(ModelCard card) => (card.Versions.Count, card.Versions.Count(version => version.WhyNot is null)) switch
    {
        (0, _) => T["Nothing was fitted yet"],
        (1, 1) => T["The first attempt read better, and was kept"],
        (1, 0) => T["The first attempt read no better, and was not kept"],
        (var all, 0) => T["None of {0} attempts read better, and none was kept", T.InWords(all)],
        (var all, var kept) => T.Begin(T[kept, "one of {1} attempts read better, and was kept", "{2} of {1} attempts read better, and were kept", T.InWords(all), T.InWords(kept)]),
    };

    public void Dispose() => Pulse.Changed -= LookAsync;
}
