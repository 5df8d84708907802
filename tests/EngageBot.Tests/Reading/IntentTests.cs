using EngageBot.Model;
using Xunit;

namespace EngageBot.Tests.Reading;

public sealed class IntentTests
{
    [Theory]
    [InlineData(Intent.Question, "@harbourtheatre what time do the doors open on Friday?")]
    [InlineData(Intent.Question, "Is there a lift to the balcony @harbourtheatre? my nan uses a chair")]
    [InlineData(Intent.Question, "@harbourtheatre Gibt es noch Karten für morgen?")]
    [InlineData(Intent.Question, "@harbourtheatre à quelle heure ça finit ?")]
    [InlineData(Intent.Curiosity, "@harbourtheatre how do you make the fog stay so low?")]
    [InlineData(Intent.Curiosity, "@harbourtheatre I always wondered why one lamp stays on all night")]
    [InlineData(Intent.Complaint, "@harbourtheatre forty minutes on hold and nobody answers. Not good enough.")]
    [InlineData(Intent.Complaint, "Oh wonderful, the lift is out of order again @harbourtheatre")]
    [InlineData(Intent.Complaint, "@harbourtheatre thanks for nothing, we sat behind a pillar")]
    [InlineData(Intent.Complaint, "@harbourtheatre what a shitty evening, the heating was broken")]
    [InlineData(Intent.Thanks, "@harbourtheatre thank you, the second act was breathtaking")]
    [InlineData(Intent.Thanks, "Can't wait for tomorrow night at @harbourtheatre")]
    [InlineData(Intent.Thanks, "@harbourtheatre Vielen Dank, es war wunderbar")]
    [InlineData(Intent.Chat, "@harbourtheatre morning! the gulls on your roof are loud today")]
    [InlineData(Intent.Chat, "@harbourtheatre you should put a piano in the foyer")]
    [InlineData(Intent.Aside, "Now showing: seascapes from four centuries, @harbourtheatre until 3 June https://pic.example.org/a1")]
    [InlineData(Intent.Aside, "RT @harbourtheatre: one week left")]
    [InlineData(Intent.Aside, "@sam @lou meet you outside @harbourtheatre at 7 https://map.example.org/x")]
    [InlineData(Intent.Spam, "@harbourtheatre get 5,000 real followers today https://go.example.org/a")]
    [InlineData(Intent.Abuse, "@harbourtheatre you useless clowns, drop dead")]
    public void A_mention_is_read_for_what_it_wants(Intent intent, string text) => Assert.Equal(intent, Mentions.Read(text).Intent);

    [Theory]
    [InlineData("@harbourtheatre you idiots, where is my refund?", Intent.Abuse)]
    [InlineData("@harbourtheatre the sound was awful, who do I write to?", Intent.Complaint)]
    [InlineData("@harbourtheatre loved it, thank you! How do I book for next week?", Intent.Question)]
    public void What_is_more_urgent_goes_first(string text, Intent intent) => Assert.Equal(intent, Mentions.Read(text).Intent);

    [Fact]
    public void Praise_with_a_grain_of_doubt_stays_praise() =>
        Assert.Equal(Intent.Thanks, Mentions.Read("@harbourtheatre not disappointed at all, it was brilliant").Intent);

    [Fact]
    public void An_answer_to_us_is_talk_with_us_even_when_it_says_little() =>
        Assert.Equal(Intent.Chat, Mentions.Read("row F, at the end", parent: Mentions.FromUs("Where did you sit?")).Intent);

    [Theory]
    [InlineData("@harbourtheatre what time do the doors open?", true)]
    [InlineData("@harbourtheatre thank you for last night", true)]
    [InlineData("@harbourtheatre buy followers now https://go.example.org/a", false)]
    [InlineData("Our review of the play at @harbourtheatre https://blog.example.org/a", false)]
    public void A_reply_is_welcome_where_somebody_talks_to_us(string text, bool welcome) =>
        Assert.Equal(welcome, Mentions.Read(text).ReplyWelcome);

    [Fact]
    public void The_reasons_quote_what_was_seen()
    {
        var understanding = Mentions.Read("@harbourtheatre what time do the doors open?");
        Assert.Contains("asks “what time do the doors open?”", understanding.Reasons);
        Assert.InRange(understanding.Confidence, 0.6, 1);
    }
}
