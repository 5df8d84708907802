using EngageBot.Model;
using EngageBot.Networks.X.Tokens;
using Xunit;

namespace EngageBot.Tests.Networks;

public sealed class TokenFilesTests
{
    [Fact]
    public async Task The_file_is_for_its_owner_alone_and_never_half_written()
    {
        var directory = Directory.CreateTempSubdirectory();
        var store = new FileTokenStore(Path.Combine(directory.FullName, "data"));

        Assert.Null(await store.LoadAsync("k", default));
        await store.SaveAsync("k", new XTokens("a", "r"), default);
        await store.SaveAsync("k", new XTokens("a2", "r2"), default);

        var file = Assert.Single(Directory.GetFiles(directory.FullName, "*", SearchOption.AllDirectories));
        Assert.Equal(new XTokens("a2", "r2"), await store.LoadAsync("k", default));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        await File.WriteAllTextAsync(file, "{");
        await Assert.ThrowsAsync<IOException>(() => store.LoadAsync("k", default));
        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task Whoever_renews_in_one_process_is_waited_for_in_another()
    {
        var directory = Directory.CreateTempSubdirectory();
        var (ours, theirs) = (new FileTokenStore(directory.FullName), new FileTokenStore(directory.FullName));

        var hold = await ours.HoldAsync("k", default);
        var waiting = theirs.HoldAsync("k", default);
        await using (await theirs.HoldAsync("of another account", default))
            Assert.False(waiting.IsCompleted);
        await ours.SaveAsync("k", new XTokens("a", "r"), default);
        await hold!.DisposeAsync();
        await using (await waiting.WaitAsync(TimeSpan.FromSeconds(30)))
            Assert.Equal(new XTokens("a", "r"), await theirs.LoadAsync("k", default));
        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task Two_processes_that_are_refused_together_spend_the_sign_in_once()
    {
        var directory = Directory.CreateTempSubdirectory();
        await using var ours = await StartAsync(directory);
        await using var theirs = await StartAsync(directory);
        var (asked, refused) = (new TaskCompletionSource(), new TaskCompletionSource());
        ours.Server.Answers(401, "");
        ours.Server.Answers(async context =>
        {
            asked.SetResult();
            await refused.Task;
            await context.Response.WriteAsync("""{"access_token":"access2","refresh_token":"refresh2"}""");
        });
        ours.Server.Answers(201, """{"data":{"id":"7"}}""");
        theirs.Server.Answers(context =>
        {
            context.Response.StatusCode = 401;
            refused.SetResult();
            return Task.CompletedTask;
        });
        theirs.Server.Answers(201, """{"data":{"id":"8"}}""");

        var replies = new List<Task<PostOutcome>> { ReplyAsync(ours) };
        await asked.Task;
        replies.Add(ReplyAsync(theirs));

        Assert.All(await Task.WhenAll(replies), reply => Assert.IsType<PostOutcome.Posted>(reply));
        directory.Delete(recursive: true);
    }

    private static Task<XBot> StartAsync(DirectoryInfo directory) => XBot.StartAsync(store: new FileTokenStore(directory.FullName), settings: new()
    {
        ["X:OAuth2:ClientId"] = "client1",
        ["X:OAuth2:AccessToken"] = "access1",
        ["X:OAuth2:RefreshToken"] = "refresh1",
    });

    private static Task<PostOutcome> ReplyAsync(XBot bot) => bot.Network.ReplyAsync(XBot.Account, "2080", "Thank you!", default);
}
