using EngageBot.Hours;
using EngageBot.Tests.Storage;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace EngageBot.Tests.Hours;

public sealed class HoursBookTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task What_was_saved_is_what_comes_back(Engine engine)
    {
        await using var temp = await TempDatabase.CreateAsync(engine);
        var book = new HoursBook(temp.Database, new FakeTimeProvider());
        Assert.False((await book.CurrentAsync(CancellationToken.None)).IsSet);

        var hours = OpeningHoursTests.OfficeWeek() with { Exceptions = [new OddDays(new DateOnly(2026, 12, 24), new DateOnly(2026, 12, 26), [], "Christmas\n& all")] };
        Assert.Null(await book.SaveAsync(hours, 0, "Ana", CancellationToken.None));
        var sheet = await book.CurrentAsync(CancellationToken.None);

        Assert.Equal((1, "Ana", "Europe/Berlin"), (sheet.Number, sheet.Person, sheet.Hours.Zone.Id));
        Assert.Equal("Christmas & all", Assert.Single(sheet.Hours.Exceptions).Name);
        Assert.Equal(hours.Week[DayOfWeek.Monday], sheet.Hours.On(new DateOnly(2026, 6, 1)));
        Assert.Empty(sheet.Hours.On(new DateOnly(2026, 6, 6)));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Two_who_change_the_hours_at_once_do_not_overwrite_each_other(Engine engine)
    {
        await using var temp = await TempDatabase.CreateAsync(engine);
        var book = new HoursBook(temp.Database, new FakeTimeProvider());
        Assert.Null(await book.SaveAsync(OpeningHoursTests.OfficeWeek(), 0, "Ana", CancellationToken.None));
        Assert.StartsWith("Ana changed the hours", await book.SaveAsync(OpeningHours.Always(TimeZoneInfo.Utc), 0, "Ben", CancellationToken.None), StringComparison.Ordinal);
        Assert.Equal("Europe/Berlin", (await book.CurrentAsync(CancellationToken.None)).Hours.Zone.Id);
    }

    [Fact]
    public async Task A_house_that_is_never_open_is_not_saved()
    {
        await using var temp = await TempDatabase.CreateAsync(Engine.Sqlite);
        var book = new HoursBook(temp.Database, new FakeTimeProvider());
        var never = new OpeningHours(TimeZoneInfo.Utc, new Dictionary<DayOfWeek, IReadOnlyList<OpenSpan>>(), []);
        Assert.NotNull(await book.SaveAsync(never, 0, "Ana", CancellationToken.None));
    }
}
