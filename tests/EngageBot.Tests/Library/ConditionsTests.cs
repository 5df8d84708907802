using EngageBot.Model;
using EngageBot.Tests.Drafting;
using Xunit;

namespace EngageBot.Tests.Library;

public sealed class ConditionsTests
{
    [Fact]
    public void A_template_keeps_to_the_people_it_is_meant_for()
    {
        using var room = new DraftingRoom()
            .With("replies/thanks/back.liquid", "talker: returning", "Good to see you back.")
            .With("replies/thanks/new.liquid", "talker: new", "Welcome.");
        Assert.Equal("Welcome.", Assert.Single(room.Draft(Intent.Thanks, "lovely").Wordings).Text);
        Assert.Equal("Good to see you back.", Assert.Single(room.Draft(Intent.Thanks, "lovely", Talk.First with { MetBefore = true }).Wordings).Text);
    }

    [Theory]
    [InlineData(8, "Morning.")]
    [InlineData(14, "Afternoon.")]
    [InlineData(20, "Evening.")]
    [InlineData(2, "Night.")]
    public void A_template_keeps_to_its_time_of_day(int hour, string expected)
    {
        using var room = new DraftingRoom();
        foreach (var time in new[] { "morning", "afternoon", "evening", "night" })
            room.With($"replies/thanks/{time}.liquid", $"time: {time}", $"{char.ToUpperInvariant(time[0])}{time[1..]}.");
        Assert.Equal(expected, Assert.Single(room.Draft(Intent.Thanks, "lovely", now: new DateTimeOffset(2026, 11, 23, hour, 0, 0, TimeSpan.Zero)).Wordings).Text);
    }

    [Fact]
    public void Each_way_that_choices_can_go_is_a_wording()
    {
        using var room = new DraftingRoom().With("replies/thanks/a.liquid", "turn: any", "[Thank you|Thanks], [Nora|{{ first_name }}].");
        var said = new HashSet<string>();
        for (var turn = 0; turn < 4; turn++)
            if (room.Draft(Intent.Thanks, "lovely", Talk.First with { OurWords = [.. said] }).Wordings is [var wording, ..])
                said.Add(wording.Text);
        Assert.Equal(["Thank you, Nora.", "Thanks, Nora."], said.Order());
    }

    [Fact]
    public void Nothing_near_what_this_very_person_heard_is_said_to_them_while_there_is_something_else()
    {
        using var room = new DraftingRoom()
            .With("replies/thanks/a.liquid", "turn: any", "We will tell the crew about it over tea.")
            .With("replies/thanks/b.liquid", "turn: any", "Which moment stayed with you?");
        Assert.Equal("Which moment stayed with you?", room.Text(Intent.Thanks, "lovely", Talk.First with { Heard = ["We will tell the crew all about it tomorrow."] }));
    }
}
