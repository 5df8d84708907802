using EngageBot.Sandbox.Followers;
using Xunit;

namespace EngageBot.Tests.Sandbox;

public sealed class FollowersAnswersTests
{
    private const string Handle = "HarbourTheatre";
    private const string Question = "So glad you came! Which scene stayed with you?";
    private const string Apology = "Sorry, that should not have happened. Bea is looking into it now.";
    private const string Insight = "Mo built the pump from an old aquarium: 340 litres a night, back up again before the bell.";

    private static readonly string[] OurReplies = [Question, Apology, Insight, "Yes, until ten.", "Oh no. Which night was it?", "Who are you bringing?", "Ha!"];

    [Fact]
    public void An_answer_hangs_on_the_talk_and_not_on_what_was_said_before()
    {
        var (fresh, busy) = (new Troupe(3, Handle), new Troupe(3, Handle));
        var posts = Posts(busy, 300);
        foreach (var post in posts.AsEnumerable().Reverse())
            busy.Answer(post.Author, post.Text, Insight, 2);
        Assert.All(posts, post => Assert.Equal(fresh.Answer(post.Author, post.Text, Question, 1), busy.Answer(post.Author, post.Text, Question, 1)));
    }

    [Fact]
    public void Most_answer_when_asked_something_back_and_fewer_when_merely_greeted()
    {
        var troupe = new Troupe(3, Handle);
        var thanks = Posts(troupe, 2000).Where(post => post.Want == Want.Thanks).ToList();
        var asked = thanks.Count(post => troupe.Answer(post.Author, post.Text, Question, 1) is not null);
        var greeted = thanks.Count(post => troupe.Answer(post.Author, post.Text, "Ha!", 1) is not null);
        Assert.InRange((double)asked / thanks.Count, 0.75, 0.97);
        Assert.InRange((double)greeted / thanks.Count, 0.15, 0.5);
    }

    [Fact]
    public void Every_talk_ends_and_some_take_several_turns()
    {
        var troupe = new Troupe(5, Handle);
        var lengths = Posts(troupe, 1500).Select(post => Talk(troupe, post).Count).ToList();
        Assert.InRange(lengths.Max(), 3, 6);
        Assert.Contains(0, lengths);
        Assert.True(lengths.Count(length => length > 1) > lengths.Count(length => length > 2));
    }

    [Fact]
    public void Answers_name_the_account_first_and_fit_and_keep_their_author()
    {
        var troupe = new Troupe(6, Handle);
        var answers = Posts(troupe, 1500).SelectMany(post => Talk(troupe, post).Select(answer => (post.Author, answer))).ToList();
        Assert.True(answers.Select(each => each.answer.Text).Distinct().Count() > 300);
        Assert.All(answers, each =>
        {
            Assert.Equal(each.Author, each.answer.Author);
            Assert.StartsWith("@" + Handle, each.answer.Text, StringComparison.Ordinal);
            Assert.InRange(each.answer.Text.EnumerateRunes().Count(), Handle.Length + 2, 240);
            Assert.DoesNotMatch(@"\{[a-z]+\}|\|", each.answer.Text);
        });
    }

    [Fact]
    public void A_complaint_is_softened_or_insisted_on_by_an_apology()
    {
        var troupe = new Troupe(3, Handle);
        var author = troupe.Find("onestarsimon")!;
        var wants = Enumerable.Range(1, 200)
            .Select(minutes => troupe.Answer(author, $"@{Handle} {minutes} minutes late and still no word", Apology, 1)?.Want).ToList();
        Assert.Contains(Want.Thanks, wants);
        Assert.Contains(Want.Complaint, wants);
        Assert.Contains(null, wants);
        Assert.DoesNotContain(Want.Chat, wants);
    }

    [Fact]
    public void An_insight_brings_delight_or_the_next_question()
    {
        var troupe = new Troupe(3, Handle);
        var author = troupe.Find("lightsnerd_ty")!;
        var wants = Enumerable.Range(1, 200)
            .Select(row => troupe.Answer(author, $"@{Handle} sat in row {row}, where does the water go?", Insight, 1)?.Want).ToList();
        Assert.Contains(Want.Thanks, wants);
        Assert.Contains(Want.Curiosity, wants);
        Assert.DoesNotContain(Want.Complaint, wants);
    }

    [Theory]
    [InlineData("minato_no_neko")]
    [InlineData("qanadeel_noor")]
    public void They_answer_in_their_own_language(string handle)
    {
        var troupe = new Troupe(3, Handle);
        var author = troupe.Find(handle)!;
        var answers = Enumerable.Range(1, 100).SelectMany(number => Talk(troupe, new FollowerPost(author, $"@{Handle} {number}列?", default, Want.Question)));
        Assert.All(answers, answer => Assert.Contains(answer.Text, letter => !char.IsAscii(letter)));
    }

    [Fact]
    public void Sellers_never_answer_and_who_wants_silence_gets_the_last_word()
    {
        var troupe = new Troupe(3, Handle);
        var (seller, heckler) = (troupe.Find("growfast_gigi")!, troupe.Find("mudinyoureye9")!);
        Assert.All(Enumerable.Range(1, 100), number =>
        {
            Assert.Null(troupe.Answer(seller, $"@{Handle} offer {number}", Question, 1));
            Assert.Null(troupe.Answer(heckler, $"@{Handle} stop replying to me, {number}", Question, 1));
        });
    }

    [Fact]
    public void Somebody_from_outside_the_cast_answers_too()
    {
        var troupe = new Troupe(3, Handle);
        var guest = new Follower("just_passing", "Just Passing", "en");
        Assert.Contains(Enumerable.Range(1, 20), number => troupe.Answer(guest, $"@{Handle} hello {number}", Question, 1)?.Author == guest);
    }

    private static List<FollowerPost> Posts(Troupe troupe, int count) => [.. Enumerable.Range(0, count).Select(_ => troupe.Next())];

    private static List<FollowerPost> Talk(Troupe troupe, FollowerPost post)
    {
        List<FollowerPost> answers = [];
        var last = post;
        while (troupe.Answer(last.Author, last.Text, OurReplies[(last.Text.Length + answers.Count) % OurReplies.Length], answers.Count + 1) is { } answer)
            answers.Add(last = answer);
        return answers;
    }
}
