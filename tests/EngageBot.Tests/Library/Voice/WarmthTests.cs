using EngageBot.Library.Voice;
using EngageBot.Model;
using Xunit;

namespace EngageBot.Tests.Library.Voice;

public sealed class WarmthTests
{
    private const string Mention = "the onions smelled so good, who cooks them?";

    [Theory]
    [InlineData("Glad you came, Nora.", "name")]
    [InlineData("The onions are real.", "echo")]
    [InlineData("Did you stay for the soup?", "question")]
    [InlineData("They go in at 8.12 every night.", "detail")]
    [InlineData("That is Femi in the wings.", "detail")]
    [InlineData("Every night. – Bea", "sign-off")]
    public void What_only_a_person_says_is_welcome(string reply, string rule)
    {
        var report = Ear.Hear(reply, Mention, author: "Nora Bell");
        Assert.Contains(rule, report.Rules());
        Assert.True(report.Score > VoiceLint.Plain);
    }

    [Fact]
    public void A_question_about_buying_is_no_real_question() => Assert.DoesNotContain("question", Ear.Hear("Why not book now for Friday?").Rules());

    [Theory]
    [InlineData("Haha, oops. Sorry.", "joke")]
    [InlineData("So sorry 😂", "emoji")]
    [InlineData("So sorry!", "exclaims")]
    [InlineData("It was a full house.", "cold")]
    public void A_complaint_wants_calm(string reply, string rule)
    {
        Assert.Contains(rule, Ear.Hear(reply, "40 minutes in the cold", Intent.Complaint).Rules());
        Assert.DoesNotContain(rule, Ear.Hear(reply, "what a night", Intent.Thanks).Rules());
    }

    [Fact]
    public void An_apology_and_help_are_good_answers_to_a_complaint()
    {
        var report = Ear.Hear("I'm sorry. Send me the date and I'll look for it.", "charged twice", Intent.Complaint);
        Assert.Equal(LintVerdict.Ok, report.Verdict);
        Assert.Equal(["apology", "help"], report.Rules());
    }
}
