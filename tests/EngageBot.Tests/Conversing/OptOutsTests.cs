using EngageBot.Conversing;
using Xunit;

namespace EngageBot.Tests.Conversing;

public sealed class OptOutsTests
{
    [Theory]
    [InlineData("@harbourtheatre stop replying to me")]
    [InlineData("@harbourtheatre please don't reply to me again")]
    [InlineData("Leave me alone, bot. @harbourtheatre")]
    [InlineData("@harbourtheatre STOP")]
    [InlineData("@harbourtheatre unsubscribe")]
    [InlineData("ok that's enough, no more replies please")]
    [InlineData("@harbourtheatre Lasst mich in Ruhe")]
    [InlineData("@harbourtheatre schreibt mir bitte nicht mehr, antwortet mir nicht mehr")]
    [InlineData("@harbourtheatre arrêtez de me répondre")]
    [InlineData("@harbourtheatre laissez-moi tranquille")]
    [InlineData("@harbourtheatre dejad de responderme")]
    [InlineData("@harbourtheatre laat me met rust")]
    [InlineData("@harbourtheatre smettetela di rispondermi")]
    [InlineData("@harbourtheatre parem de me responder")]
    [InlineData("@harbourtheatre plz stop messagin me")]
    [InlineData("@harbourtheatre stop repyling to me")]
    [InlineData("@harbourtheatre unsubscirbe")]
    [InlineData("@harbourtheatre bitte hören Sie auf mir zu antwroten")]
    public void Who_asks_us_to_stop_is_heard(string text) => Assert.True(OptOuts.AsksToStop(text));

    [Theory]
    [InlineData("@harbourtheatre please stop the rain")]
    [InlineData("@harbourtheatre this play won't leave me alone")]
    [InlineData("@harbourtheatre never stop replying to us, it makes my day")]
    [InlineData("@harbourtheatre why did you stop answering me?")]
    [InlineData("@harbourtheatre which tram stop is it?")]
    [InlineData("@harbourtheatre I can't stop thinking about it")]
    [InlineData("@harbourtheatre does the music ever stop?")]
    [InlineData("@harbourtheatre the last line is “leave me alone”, isn't it? loved that")]
    [InlineData("@harbourtheatre stop trading with me, said the merchant. what a line")]
    [InlineData("")]
    public void Who_only_uses_such_words_is_not_silenced(string text) => Assert.False(OptOuts.AsksToStop(text));
}
