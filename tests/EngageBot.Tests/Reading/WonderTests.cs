using EngageBot.Model;
using Xunit;

namespace EngageBot.Tests.Reading;

/// <summary>Dark words are the daily bread of a theatre: who wonders, thanks or jokes with them does not complain. Who complains politely does.</summary>
public sealed class WonderTests
{
    [Theory]
    [InlineData("have you ever had a real gull get in during a show, honest answer")]
    [InlineData("@harbourtheatre what's the worst thing that ever went wrong on an opening night?")]
    [InlineData("has anybody ever actually broken a leg on your stage @harbourtheatre?")]
    [InlineData("@harbourtheatre how do you cry on cue eight times a week without losing your mind?")]
    [InlineData("@harbourtheatre how many wigs have been ruined by that candle scene")]
    [InlineData("@harbourtheatre do you ever get fed up with hearing the same song every night?")]
    [InlineData("@harbourtheatre who decides which paintings get stuck in the basement for fifty years")]
    [InlineData("@harbourtheatre how do stagehands move that wall in the dark without killing each other")]
    public void Wonder_in_dark_words_is_curiosity(string text) => Assert.Equal(Intent.Curiosity, Mentions.Read(text).Intent);

    [Theory]
    [InlineData("@harbourtheatre that ending broke my heart into a thousand pieces, thank you")]
    [InlineData("@harbourtheatre absolutely killed it tonight")]
    [InlineData("@harbourtheatre you destroyed me. five stars")]
    [InlineData("@harbourtheatre I hate musicals. I loved this one.")]
    [InlineData("@harbourtheatre what a wickedly dark, nasty, brilliant piece of work")]
    [InlineData("@harbourtheatre terrifying. brilliant. I slept with the light on")]
    [InlineData("@harbourtheatre the villain was so horrible that my son hid behind me, perfect casting")]
    [InlineData("@harbourtheatre worth every minute stuck on the motorway")]
    public void Praise_in_dark_words_is_praise(string text) => Assert.Equal(Intent.Thanks, Mentions.Read(text).Intent);

    [Theory]
    [InlineData("@harbourtheatre you should do a play about the bins on our street, it's a tragedy")]
    [InlineData("@harbourtheatre no spoilers please, I'm going on Friday")]
    [InlineData("@harbourtheatre broke my wrist but I'm still coming tonight, try and stop me")]
    [InlineData("@harbourtheatre lost a bet so now I have to come dressed as a lobster")]
    [InlineData("@harbourtheatre I disagree, the book was sadder")]
    public void Banter_in_dark_words_is_talk_with_us(string text) => Assert.Equal(Intent.Chat, Mentions.Read(text).Intent);

    [Theory]
    [InlineData("@harbourtheatre forty minutes in the queue and then the bar was shut. great.")]
    [InlineData("@harbourtheatre oh brilliant, another evening behind a pillar you forgot to mention")]
    [InlineData("@harbourtheatre thanks for cancelling two hours before, we were already on the train")]
    [InlineData("@harbourtheatre lovely show, shame I saw only half of it from seat C22")]
    [InlineData("@harbourtheatre love paying 62 pounds to stare at the back of a lighting desk")]
    [InlineData("@harbourtheatre is anyone ever going to answer the phone?")]
    [InlineData("@harbourtheatre do your staff enjoy being rude or is it in the training")]
    [InlineData("@harbourtheatre 9 quid for a warm white wine in a plastic cup, cheers for that")]
    [InlineData("@harbourtheatre nice of you to open the doors ten minutes after the start")]
    [InlineData("@harbourtheatre the wheelchair space you sold us was a corridor")]
    public void A_complaint_is_heard_in_kind_and_in_mocking_words_too(string text) => Assert.Equal(Intent.Complaint, Mentions.Read(text).Intent);
}
