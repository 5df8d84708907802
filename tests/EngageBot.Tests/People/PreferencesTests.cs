using EngageBot.People;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.People;

public sealed class PreferencesTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task What_somebody_likes_is_kept_for_them_alone(Engine engine)
    {
        await using var door = await Door.OpenAsync(engine);
        using var ana = await door.AnaAsync();
        var (_, ben) = await door.JoinAsync("Ben", Role.Drafter);
        var store = door.Get<PreferenceStore>();
        var liked = new Preferences("de", new Dictionary<string, string> { ["approve"] = "=", ["let-be"] = "b" }, KeysRest: true, Sound: true, Notices.Words)
        {
            Views = [new("Late questions", "?lane=questions&order=oldest"), new("German", "?lane=waiting&language=de")],
        };
        await store.SaveAsync(ben, Preferences.None with { Sound = true }, CancellationToken.None);
        await store.SaveAsync(ben, liked, CancellationToken.None);
        Assert.Equivalent(liked, await store.OfAsync(ben, CancellationToken.None), strict: true);
        Assert.Equal(Preferences.None, await store.OfAsync(await door.IdOfAsync("Ana"), CancellationToken.None));
    }
}
