using Xunit;

namespace EngageBot.Tests.Cli;

public sealed class AnswersSearchTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("engagebot-").FullName;

    [Fact]
    public async Task Each_question_gets_a_line_with_its_answers_best_first_or_none()
    {
        var done = await SearchAsync("can dogs come to the bar?\n\nwho won the boat race in 1912?\n", "--top", "2");
        Assert.Equal(0, done.ExitCode);
        Assert.Matches("^dogs\t[01]\\.\\d{3}\t[a-z-]+\t[01]\\.\\d{3}\nnone\nnone\n$", done.Output);
    }

    [Fact]
    public async Task Json_gives_an_object_a_line()
    {
        var done = await SearchAsync("can dogs come to the bar?\nwho won the boat race in 1912?\n", "--format", "json", "--top", "1");
        Assert.Matches("^\\{\"answers\":\\[\\{\"id\":\"dogs\",\"score\":[0-9.]+\\}\\]\\}\n\\{\"answers\":\\[\\]\\}\n$", done.Output);
    }

    [Fact]
    public async Task Plain_Markdown_with_a_heading_is_enough()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "hats.md"), "# Are hats allowed?\n\nIn the foyer.\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "tea.md"), "# Do you serve tea?\n\nGreen and black.\n");
        var done = await EngageBotProgram.RunAsync(["answers", "search", "--library", folder, "--top", "1"], "are hats allowed?\n");
        Assert.StartsWith("hats\t", done.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--library /no/such/folder", "There is no folder /no/such/folder.")]
    [InlineData("--top 0", "--top must lie between 1 and 1000.")]
    [InlineData("--top many", "Cannot parse argument 'many'")]
    [InlineData("/no/such/file", "There is no file")]
    [InlineData("--format xml", "'xml'")]
    public async Task Bad_input_ends_with_2_and_one_line(string words, string expected)
    {
        var done = await EngageBotProgram.RunAsync(["answers", "search", .. words.Split(' ')]);
        Assert.Equal((2, ""), (done.ExitCode, done.Output));
        Assert.Contains(expected, done.Errors, StringComparison.Ordinal);
        Assert.Single(done.Errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_folder_without_answers_or_with_a_broken_one_is_bad_input()
    {
        var empty = await EngageBotProgram.RunAsync(["answers", "search", "--library", folder]);
        Assert.Equal((2, $"There are no Markdown files in {folder}.\n"), (empty.ExitCode, empty.Errors));
        await File.WriteAllTextAsync(Path.Combine(folder, "a.md"), "---\nquestion: [\n---\nText.");
        var broken = await EngageBotProgram.RunAsync(["answers", "search", "--library", folder]);
        Assert.Equal(2, broken.ExitCode);
        Assert.StartsWith("a.md:", broken.Errors, StringComparison.Ordinal);
    }

    private static Task<Finished> SearchAsync(string questions, params string[] options) =>
        EngageBotProgram.RunAsync(["answers", "search", "--library", Path.Combine(AppContext.BaseDirectory, "prompts", "answers"), .. options], questions);

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
