using EngageBot.Conversing;
using Xunit;

namespace EngageBot.Tests.Conversing;

public sealed class EndingsTests
{
    [Theory]
    [InlineData("@harbourtheatre ok thanks!")]
    [InlineData("@harbourtheatre 👍")]
    [InlineData("@harbourtheatre 😂😂")]
    [InlineData("@harbourtheatre Great, that helps")]
    [InlineData("@harbourtheatre Lovely, thank you so much x")]
    [InlineData("@harbourtheatre haha ok, off to bed")]
    [InlineData("@harbourtheatre My tram's here. Night!")]
    [InlineData("@harbourtheatre Leaving it there. Goodnight.")]
    [InlineData("@harbourtheatre see you there")]
    [InlineData("@harbourtheatre ありがとうございました")]
    [InlineData("@harbourtheatre dziękuję!")]
    [InlineData("@harbourtheatre see u there")]
    [InlineData("@harbourtheatre got 2 run, curtain's up (at home, bath time)")]
    [InlineData("@harbourtheatre ok danke!")]
    [InlineData("@harbourtheatre Danke, schönen Abend noch")]
    [InlineData("@harbourtheatre bis bald!")]
    [InlineData("@harbourtheatre merci beaucoup, bonne soirée")]
    [InlineData("@harbourtheatre perfecto, muchas gracias")]
    [InlineData("@harbourtheatre top, dankjewel!")]
    [InlineData("@harbourtheatre grazie mille")]
    [InlineData("@harbourtheatre obrigada, até logo")]
    public void A_kind_last_word_is_heard_as_one(string text) => Assert.NotNull(Endings.ReasonIn(text));

    [Theory]
    [InlineData("@harbourtheatre thanks! and is there anywhere to eat nearby after?")]
    [InlineData("@harbourtheatre thank you, the lamp scene made my father cry")]
    [InlineData("@harbourtheatre it was the saturday one, the night with the fog")]
    [InlineData("@harbourtheatre got 2 tickets and nobody told us about the stairs")]
    [InlineData("@harbourtheatre just me and my mum this time")]
    [InlineData("@harbourtheatre Danke, aber das hilft mir bei meiner Buchung nicht weiter")]
    [InlineData("@harbourtheatre great show but nobody told us about the stairs")]
    [InlineData("@harbourtheatre")]
    public void What_goes_on_is_not_closed(string text) => Assert.Null(Endings.ReasonIn(text));
}
