using CsCheck;
using EngageBot.People;
using EngageBot.Tests.People;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Properties;

/// <summary>Whatever is typed into the forms before the door, or sent as if it had been, is refused in words; it lets nobody in and leads nowhere else.</summary>
public sealed class SignInFormTests
{
    private static readonly string[] Forms = ["/sign-in", "/setup", "/invitation"];
    private static readonly Gen<string> Words = Mutations.Of("Ana", "ana\u0301 de la Cruz", Door.Password, "/mention/7?x=1", "//evil.example", "q3BX-lV0s_4");

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Nothing_typed_into_the_forms_before_the_door_opens_it(Engine engine)
    {
        await using var door = await Door.OpenAsync(engine, attemptsPerMinute: 1000);
        using var ana = await door.AnaAsync();
        var invited = (RosterChange.Invited)await door.Get<Roster>().InviteAsync("Ben", Role.Approver, "Ana", CancellationToken.None);
        using var stranger = door.NewBrowser();
        var hidden = (await stranger.FormAsync("/sign-in")).Where(field => field.Key.StartsWith("__", StringComparison.Ordinal)).ToArray();

        await Gen.Select(Gen.Int[0, Forms.Length - 1].Select(place => Forms[place]), Words, Words, Words, Words).SampleAsync(
            async (form, name, password, key, next) =>
            {
                using var answer = await stranger.SubmitAsync(form, hidden, ("name", name), ("password", $"{password}!"), ("key", key), ("next", next));
                Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{form} answered with {(int)answer.StatusCode}");
                Assert.Null(answer.Headers.Location);
                using var page = await stranger.OpenAsync($"{form}?key={Uri.EscapeDataString(Encodable(key))}&next={Uri.EscapeDataString(Encodable(next))}");
                Assert.True((int)page.StatusCode < 500, $"{form} was opened with {(int)page.StatusCode}");
            },
            iter: Effort.Times(150),
            threads: 1);

        Assert.Null(await stranger.WhoAsync());
        using var ben = door.NewBrowser();
        await ben.SendAsync(invited.Path, ("password", Door.Password));
        Assert.Equal("Ben is Approver", await ben.WhoAsync());
    }

    // half a surrogate pair cannot be written into an address
    private static string Encodable(string text) => string.Concat(text.EnumerateRunes());
}
