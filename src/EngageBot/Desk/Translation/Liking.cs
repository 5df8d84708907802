using EngageBot.People;
using Microsoft.AspNetCore.Components.Authorization;

namespace EngageBot.Desk.Translation;

/// <summary>How the person at this desk likes it; read once for each open page.</summary>
internal sealed class Liking(PreferenceStore store, AuthenticationStateProvider authentication)
{
    private string? person;

    public Preferences Is { get; private set; } = Preferences.None;

    /// <summary>Reads what they have chosen; later calls change nothing.</summary>
    public async Task RecallAsync()
    {
        if (person is not null || (await authentication.GetAuthenticationStateAsync()).User.UserId() is not { } id)
            return;
        person = id;
        Is = await store.OfAsync(id, CancellationToken.None);
    }

    public async Task ChangeAsync(Func<Preferences, Preferences> change)
    {
        await RecallAsync();
        if (person is null)
            return;
        // From what stands there now: another open page may have changed something else.
        Is = change(await store.OfAsync(person, CancellationToken.None));
        await store.SaveAsync(person, Is, CancellationToken.None);
    }
}
