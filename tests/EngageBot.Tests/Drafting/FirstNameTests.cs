using EngageBot.Drafting;
using EngageBot.Model;
using Xunit;

namespace EngageBot.Tests.Drafting;

public sealed class FirstNameTests
{
    [Theory]
    [InlineData("Nora Vance-Ould", "Nora")]
    [InlineData("Ann-Marie", "Ann-Marie")]
    [InlineData("Bo B.", "Bo")]
    [InlineData("Élodie Martin", "Élodie")]
    [InlineData("The Old Net Mender", "")]
    [InlineData("Gull Watcher", "")]
    [InlineData("FRED", "")]
    [InlineData("fern & fog", "")]
    [InlineData("Mrs P.", "")]
    [InlineData("Tom's Ticket Stubs", "")]
    [InlineData("nora_v", "")]
    [InlineData("Rob (dad of three)", "")]
    [InlineData("", "")]
    public void A_first_name_is_used_only_when_it_surely_is_one(string display, string expected) =>
        Assert.Equal(expected, FirstName.Of(new Person("2", "nora_v", display)));
}
