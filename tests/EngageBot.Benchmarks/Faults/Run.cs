using EngageBot.Benchmarks.Faults.Inside;
using EngageBot.Sandbox.Api;
using EngageBot.Sandbox.Hosting;
using EngageBot.Storage;
using Options = Microsoft.Extensions.Options.Options;

namespace EngageBot.Benchmarks.Faults;

/// <summary>One run: the program, its network, its people and its troubles, until it has come to rest and was judged.</summary>
internal sealed class Run(RunPlan plan, Store store, BenchSettings bench)
{
    /// <summary>How many seconds pass in one while people are at it.</summary>
    public const double Pace = 10;

    private const int MostMore = 30;
    private const int LooksBetweenLeaps = 4;
    private const int LinesTold = 8;
    private static readonly TimeSpan Leap = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan LongestEvening = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(150);
    private readonly Memory memory = new();
    private readonly Tally tally = new();
    private readonly List<string> flaws = [];

    public async Task<RunResult> PlayAsync()
    {
        var folder = Directory.CreateTempSubdirectory("engagebot-fault-");
        var storage = await store.CopyAsync(folder.FullName);
        try
        {
            using var time = TimeFile.Create(Path.Combine(folder.FullName, "time"));
            var clock = new SteeredClock(time, null);
            var options = new SandboxOptions { HasFollowers = false, Clock = clock, Rules = new PostRules { RefuseDuplicates = !plan.TakesRepeats } };
            await using var sandbox = await SandboxHost.StartAsync(options, CancellationToken.None);
            await using var database = new Database(Options.Create(storage));
            await bench.Plant.IntoAsync(database);
            return await PlayAsync(new Scene(folder.FullName, storage, sandbox, time, new Followers(sandbox, plan.Seed), new Owner(sandbox, tally)), database);
        }
        finally
        {
            await store.DropAsync(storage);
            folder.Delete(recursive: true);
        }
    }

    private async Task<RunResult> PlayAsync(Scene scene, Database database)
    {
        var deaths = new Deaths(plan.Deaths, tally);
        var launch = new Launch(scene, plan, deaths, bench);
        Replica[] replicas = [.. Enumerable.Range(0, bench.Replicas).Select(number => new Replica(() => launch.Start(number), deaths))];
        var lives = replicas.Select(replica => replica.KeepRunningAsync()).ToList();
        using var end = new CancellationTokenSource();
        var care = scene.Owner.CareAsync(replicas, end.Token);
        try
        {
            // A life ends before the run only when its program could not even be started.
            await await Task.WhenAny([Task.WhenAll(replicas.Select(replica => replica.Opened)), .. lives]);
            scene.Time.Turn(Pace, TimeSpan.Zero);
            await ActAsync(scene, database, replicas, deaths);
            await RestAsync(scene, database, replicas);
            flaws.AddRange(replicas.SelectMany(replica => replica.Crashes).Select(words => $"the program ended by itself: {words}"));
            flaws.AddRange(await new Verdict(database, scene.Followers, memory).FlawsAsync());
        }
        finally
        {
            foreach (var replica in replicas)
                replica.EndForGood();
            await end.CancelAsync();
            await Task.WhenAll([.. lives, care]);
        }
        foreach (var act in memory.Acts.Where(act => act.Told == Told.Yes))
            tally.Hit(Catalogue.Asked(act.Verb switch { Verb.LetBe => "let be", Verb.Draft => "edit", var verb => verb.ToString().ToLowerInvariant() }));
        return new RunResult(
            plan, flaws, tally, scene.Followers.Mentions.Count, scene.Followers.OurReplies.Count, memory.Acts.Count(act => act.Told == Told.Yes), memory.StaleTries);
    }

    private async Task ActAsync(Scene scene, Database database, Replica[] replicas, Deaths deaths)
    {
        var outbox = new Outbox(database);
        using var troubles = new Troublemaker(scene, store, outbox, replicas, deaths, tally);
        var over = EndOfDayAsync(scene, troubles, outbox);
        var watch = new SteeredClock(scene.Time, null);
        var managers = Enumerable.Range(0, plan.Managers).Select(number => new Manager(
            $"Colleague {number}", store.Tokens[number], (plan.Seed * 10) + number,
            () => replicas[number % replicas.Length].Desk ?? replicas[0].Desk, scene.Followers.WriteAgain, memory, watch)).ToList();
        var work = managers.Select(manager => manager.WorkAsync(over)).ToList();
        await Task.WhenAll([.. work, over]);
        await troubles.EndAsync();
        flaws.AddRange(troubles.Flaws);
        managers.ForEach(manager => manager.Dispose());
    }

    /// <summary>
    /// The day goes on, and people go on writing, until all that was planned for it has struck; but not for ever.
    /// While it does not, hours pass: the program may be waiting for a limit of X to end.
    /// </summary>
    private async Task EndOfDayAsync(Scene scene, Troublemaker troubles, Outbox outbox)
    {
        await troubles.DoAsync(plan.Deeds);
        var began = TimeProvider.System.GetTimestamp();
        for (var more = 0; TimeProvider.System.GetElapsedTime(began) < LongestEvening && await troubles.IsPendingAsync(); more++)
        {
            if (more < MostMore)
                scene.Followers.Say(new Deed.Say(0, more % 9, more % 2 == 0 ? Speech.Question : Speech.Thanks));
            if (more % LooksBetweenLeaps == LooksBetweenLeaps - 1 && await outbox.CountAsync("sending") == 0)
                scene.Time.Turn(scene.Time.Pace, Leap);
            await Task.Delay(Glance, TimeProvider.System);
        }
    }

    private async Task RestAsync(Scene scene, Database database, Replica[] replicas)
    {
        var rest = new Rest(database, scene.Followers, scene.Time, bench.Plant == Plant.None);
        if (!await rest.ComeAsync())
            flaws.Add($"did not come to rest: {rest.Missing}; its last words: {string.Join(" | ", replicas.SelectMany(replica => replica.LastWords.TakeLast(LinesTold)))}");
        else if (plan.Deeds.Any(deed => deed is Deed.Delete))
            await rest.ForgetAsync();
    }
}

/// <summary>What all parts of a run share.</summary>
internal sealed record Scene(string Folder, StorageOptions Storage, SandboxHost Sandbox, TimeFile Time, Followers Followers, Owner Owner)
{
    public string TimeFile => Path.Combine(Folder, "time");
}

/// <summary>What became of a run.</summary>
internal sealed record RunResult(RunPlan Plan, IReadOnlyList<string> Flaws, Tally Tally, int Mentions, int Replies, int Decisions, int StaleTries);
