using System.Text.Json;
using Xunit;

namespace EngageBot.Tests.Cli;

public sealed class LintCommandTests
{
    [Fact]
    public async Task Lint_prints_score_verdict_and_findings_for_each_reply()
    {
        var done = await EngageBotProgram.RunAsync(["lint"], "That's Femi, he has a system.\nBook now and save 20%, last chance!\n\n");
        var lines = done.Output.Split('\n')[..^1].Select(line => line.Split('\t')).ToList();
        Assert.Equal(0, done.ExitCode);
        Assert.Equal(["ok", "block", "ok"], lines.Select(line => line[1]));
        Assert.All(lines, line => Assert.InRange(int.Parse(line[0], null), 0, 100));
        Assert.Contains("tells people to act: “Book now” (-25)", lines[1][2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_reply_answers_may_stand_behind_it()
    {
        var done = await EngageBotProgram.RunAsync(
            ["lint", "--format", "json"], "£14 each, book here: https://harbour.example.com\thow do I book and how much is it?\nHaha, brrr!\tfreezing in here\tcomplaint\n");
        var reports = done.Output.Split('\n')[..^1].Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["ok", "block"], reports.Select(report => report.GetProperty("verdict").GetString()));
        Assert.Contains(reports[1].GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("rule").GetString() == "joke");
    }

    [Theory]
    [InlineData("reply\tmention\tgrumpy\n", "Line 1 has the intent 'grumpy'")]
    [InlineData("fine\nreply\tmention\tchat\tmore\n", "Line 2 has 4 fields")]
    public async Task A_line_that_cannot_be_read_ends_with_2_and_is_named(string input, string expected)
    {
        var done = await EngageBotProgram.RunAsync(["lint"], input);
        Assert.Equal(2, done.ExitCode);
        Assert.Contains(expected, done.Errors, StringComparison.Ordinal);
        Assert.Single(done.Errors.TrimEnd().Split('\n'));
    }
}
