using Microsoft.AspNetCore.Components;

namespace EngageBot.Desk.Queue;

/// <summary>What is looked at, as the address says it.</summary>
public sealed partial class QueuePage
{
    /// <summary>The key of the lane, from the address.</summary>
    [SupplyParameterFromQuery(Name = "lane")] public string? LaneKey { get; set; }

    /// <summary>The mention that lay open, from the address, so that a reload opens it again.</summary>
    [SupplyParameterFromQuery(Name = "open")] public string? OpenId { get; set; }

    [SupplyParameterFromQuery(Name = "order")] public string? Order { get; set; }

    [SupplyParameterFromQuery(Name = "language")] public string? Language { get; set; }

    [SupplyParameterFromQuery(Name = "account")] public string? Account { get; set; }

    [SupplyParameterFromQuery(Name = "assignee")] public string? Assignee { get; set; }

    /// <summary>What was searched for.</summary>
    [SupplyParameterFromQuery(Name = "q")] public string? Sought { get; set; }

    private Task MoreAsync() => Sitting.MoreAsync();

    private Task TurnToAsync(Sight sight) => ActAsync(() => Sitting.TurnToAsync(sight));

    private async Task SeekAsync()
    {
        showList = true; // on a phone the field stands above the list
        StateHasChanged();
        await script.TellAsync("seek");
    }

    /// <summary>While somebody types, what is found is listed; when they are done, the first of it lies open.</summary>
    private Task FindAsync((string Words, bool Done) sought)
    {
        var words = sought.Words.Trim();
        showList = !sought.Done;
        return ActAsync(() => Sitting.TurnToAsync(Sitting.Feed.Sight with { Sought = words.Length == 0 ? null : words }, sought.Done && words.Length > 0));
    }

    /// <summary>Before the browser knows the interactive router, changing the address would fetch and merge the whole page once more.</summary>
    private void KeepPlace()
    {
        if (seated && listening && !left)
            Navigation.NavigateTo(
                Navigation.GetUriWithQueryParameters("/", new Dictionary<string, object?>(Sitting.Feed.Sight.Address) { ["open"] = Sitting.Letter?.Mention.Id }),
                replace: true);
    }
}
