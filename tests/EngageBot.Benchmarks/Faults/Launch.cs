using EngageBot.Benchmarks.Faults.Inside;
using EngageBot.Benchmarks.Line;

namespace EngageBot.Benchmarks.Faults;

/// <summary>Starts the program of a run, with the settings of a busy house and the orders of the bench.</summary>
internal sealed class Launch(Scene scene, RunPlan plan, Deaths deaths, BenchSettings bench)
{
    public BotProcess Start(int number)
    {
        var orders = new Dictionary<string, string> { [Orders.Clock] = scene.TimeFile, [Orders.ClockNumber] = $"{number}" };
        if (deaths.For(number) is { } killAt)
            orders[Orders.KillAt] = killAt;
        if (bench.Plant == Plant.BookmarkBeforeInsert)
            orders[Orders.BookmarkFirst] = scene.Storage.ConnectionString;
        return BotProcess.Start(bench.Program, scene.Folder, [.. Settings, .. Credentials.Select(pair => $"--X:{pair.Name}={pair.Value}")], orders);
    }

    private IEnumerable<string> Settings =>
    [
        "--urls=http://127.0.0.1:0",
        $"--Storage:Engine={scene.Storage.Engine}",
        $"--Storage:ConnectionString={scene.Storage.ConnectionString}",
        $"--Library:Path={Sources.Prompts}",
        $"--People:KeysFolder={Path.Combine(Path.GetTempPath(), "engagebot-fault-keys")}",
        "--Listening:FastestSeconds=1",
        "--Listening:SlowestSeconds=2",
        "--Listening:OwnTimelineEverySeconds=10",
        "--Listening:RecheckEveryHours=1",
        "--Posting:SecondsBetweenReplies=0.2",
        $"--Approving:UndoSeconds={plan.UndoSeconds}",
        $"--Approving:UndoSecondsForComplaints={plan.UndoSeconds * 2}",
        $"--X:BaseUrl={scene.Sandbox.BaseUri.AbsoluteUri.TrimEnd('/')}",
        $"--X:TokenDirectory={scene.Folder}",
        .. bench.Plant == Plant.BookmarkBeforeInsert ? ["--Listening:OverlapEveryMinutes=1440"] : Array.Empty<string>(),
    ];

    private (string Name, string Value)[] Credentials
    {
        get
        {
            var (keys, account) = (scene.Owner.Keys, scene.Owner.Keys.Accounts[0]);
            return plan.UsesOAuth2
                ? [("OAuth2:ClientId", keys.OAuth2ClientId), ("OAuth2:ClientSecret", keys.OAuth2ClientSecret), ("OAuth2:AccessToken", account.OAuth2AccessToken), ("OAuth2:RefreshToken", account.OAuth2RefreshToken)]
                : [("ConsumerKey", keys.ConsumerKey), ("ConsumerSecret", keys.ConsumerSecret), ("AccessToken", account.AccessToken), ("AccessTokenSecret", account.AccessTokenSecret)];
        }
    }
}
