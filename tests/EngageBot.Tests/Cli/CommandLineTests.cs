using System.Net;
using System.Net.Sockets;
using Xunit;

namespace EngageBot.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("engagebot-").FullName;

    private (string, string) Database => ("Storage__ConnectionString", $"Data Source={Path.Combine(folder, "cli.db")}");

    [Fact]
    public async Task Classify_prints_a_line_for_each_mention()
    {
        var done = await EngageBotProgram.RunAsync(["classify"], "@HarbourTheatre what time does the bar open?\n@HarbourTheatre thank you for a lovely evening\n");
        var lines = done.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(0, done.ExitCode);
        Assert.Equal(["question", "thanks"], lines.Select(line => line.Split('\t')[0]));
        Assert.All(lines, line => Assert.Matches("^[a-z]+\t[01]\\.\\d\\d\t[yn]\t[a-z]{2,3}\t.+$", line));
    }

    [Fact]
    public async Task Draft_says_what_it_would_reply_and_where_the_words_come_from()
    {
        var done = await EngageBotProgram.RunAsync(["draft", "@HarbourTheatre thank you, what an evening", "--author", "@lena_k"]);
        Assert.Equal(0, done.ExitCode);
        Assert.All(done.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Contains("\treplies/thanks/", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_receipt_of_an_empty_store_is_balanced()
    {
        var done = await EngageBotProgram.RunAsync(["receipt"], environment: Database);
        Assert.Equal(0, done.ExitCode);
        Assert.StartsWith("seen\t0\n", done.Output, StringComparison.Ordinal);
        Assert.EndsWith("balanced\tyes\n", done.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_finds_a_fresh_clone_healthy()
    {
        var done = await EngageBotProgram.RunAsync(["doctor"], environment: Database);
        Assert.Equal(0, done.ExitCode);
        Assert.DoesNotContain("mend", done.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Storage__Engine", "mysql", "Storage:Engine must be 'sqlite' or 'postgresql'.")]
    [InlineData("Listening__FastestSeconds", "0", "Listening:FastestSeconds must lie between 0.05 and 60.")]
    [InlineData("Listening__FastestSeconds", "soon", "Listening:FastestSeconds has a value of the wrong kind")]
    [InlineData("Posting__SecondsBetwenReplies", "1", "Unknown setting in the configuration: 'SecondsBetwenReplies' (Posting)")]
    [InlineData("X__ConsumerKey", "abc", "X:ConsumerSecret is missing.")]
    public async Task A_wrong_setting_stops_the_start_with_one_line(string name, string value, string expected)
    {
        var done = await EngageBotProgram.RunAsync([], environment: [Database, (name, value)]);
        Assert.Equal(2, done.ExitCode);
        Assert.Contains(expected, done.Errors, StringComparison.Ordinal);
        Assert.Single(done.Errors.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("clasify", "Unrecognized command")]
    [InlineData("classify /no/such/file", "There is no file")]
    [InlineData("receipt --day monday", "'monday' is not a day")]
    [InlineData("classify ", "One of the words is empty")]
    [InlineData("receipt --day 9999-12-31", "'9999-12-31' is not a day")]
    [InlineData("receipt --Storage:ConnectionString=abc", "Storage:ConnectionString cannot be read")]
    [InlineData("receipt --Storage:Engine=", "Storage:Engine must be")]
    [InlineData("replay EngageBot.Tests.dll", "expected an id, a tab and a text")]
    public async Task Wrong_usage_ends_with_2_and_one_line_that_says_what_to_do(string words, string expected)
    {
        var done = await EngageBotProgram.RunAsync(words.Split(' '), environment: Database);
        Assert.Equal(2, done.ExitCode);
        Assert.Contains(expected, done.Errors, StringComparison.Ordinal);
        Assert.Single(done.Errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_is_told_in_one_line()
    {
        var done = await EngageBotProgram.RunAsync(
            ["receipt"], environment: [("Storage__Engine", "postgresql"), ("Storage__ConnectionString", "Host=127.0.0.1;Port=1;Username=x;Database=x")]);
        Assert.Equal(1, done.ExitCode);
        Assert.Contains("PostgreSQL server cannot be reached", done.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_without_a_stack_trace()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var done = await EngageBotProgram.RunAsync([$"--urls=http://{other.LocalEndpoint}", "--Sandbox:Port=0"], environment: Database);
        Assert.Equal(1, done.ExitCode);
        Assert.Contains("address already in use. Another EngageBot may be running", done.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", done.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_none_is_told_without_a_stack_trace()
    {
        var done = await EngageBotProgram.RunAsync(["--urls=nonsense", "--Sandbox:Port=0"], environment: Database);
        Assert.Equal(2, done.ExitCode);
        Assert.Contains("'nonsense' is no address", done.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", done.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
