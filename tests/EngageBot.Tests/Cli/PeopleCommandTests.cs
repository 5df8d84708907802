using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Microsoft.Data.Sqlite;
using Xunit;

namespace EngageBot.Tests.Cli;

public sealed class PeopleCommandTests
{
    [Fact]
    public async Task The_command_prints_what_is_held_and_forgets_who_asks_for_it()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        await line.WaitingAsync("@HarbourTheatre the salt floor crunched all evening");
        var database = $"--Storage:ConnectionString=Data Source={new SqliteConnectionStringBuilder(line.Database.Options.ConnectionString).DataSource}";
        var held = await EngageBotProgram.RunAsync(["people", "export", "@lena_k", database]);
        Assert.Contains("the salt floor crunched all evening", held.Output, StringComparison.Ordinal);
        Assert.Equal(0, held.ExitCode);
        var forgotten = await EngageBotProgram.RunAsync(["people", "forget", "lena_k", database]);
        Assert.Equal("mentions forgotten\t1", forgotten.Output.Trim());
        var nobody = await EngageBotProgram.RunAsync(["people", "export", "@lena_k", "--format", "json", database]);
        Assert.Equal((2, "Nothing is held about @lena_k."), (nobody.ExitCode, nobody.Errors.Trim()));
    }
}
