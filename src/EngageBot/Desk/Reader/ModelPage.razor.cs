using EngageBot.Desk.Shell;
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

    internal static string Share(long part, long whole) => whole == 0 ? "–" : $"{Math.Round(100.0 * part / whole):0} %";

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
            ? $"From the next mention on it reads {(number is null ? "as shipped" : $"with version {number}")}. What waits keeps its reading."
            : "This version is no longer kept. Nothing was changed.";
    }

    private Task LookAsync() => InvokeAsync(async () =>
    {
        await LoadAsync();
        StateHasChanged();
    });

    private async Task LoadAsync() => card = await Cards.MakeAsync(CancellationToken.None);

    private static string Sentence(ModelCard card) => card switch
    {
        { Lessons: 0 } => "Nobody has told it yet whether it reads well here.",
        { Corrections: 0 } => $"{People(card)} judged {Ago.Number(card.Lessons)} of its readings and corrected none.",
        _ => $"{People(card)} judged {Ago.Number(card.Lessons)} of its readings and corrected {Ago.Number(card.Corrections)}.",
    };

    private static string People(ModelCard card) => card.People == 1 ? "One person" : Begin($"{Ago.Number(card.People)} people");

    private static string Attempts(ModelCard card) => (card.Versions.Count, card.Versions.Count(version => version.WhyNot is null)) switch
    {
        (0, _) => "Nothing was fitted yet",
        (1, 1) => "The first attempt read better, and was kept",
        (var all, 0) => $"{(all == 1 ? "The first attempt" : $"None of {Ago.Number(all)} attempts")} read {(all == 1 ? "no better, and was not kept" : "better, and none was kept")}",
        (var all, var kept) => Begin($"{Ago.Number(kept)} of {Ago.Number(all)} attempts read better, and {(kept == 1 ? "was" : "were")} kept"),
    };

    private static string Begin(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];

    public void Dispose() => Pulse.Changed -= LookAsync;
}
