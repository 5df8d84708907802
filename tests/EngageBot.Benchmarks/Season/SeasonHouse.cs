using EngageBot.Approving;
using EngageBot.Drafting;
using EngageBot.Learning;
using EngageBot.Library;
using EngageBot.Listening;
using EngageBot.Model;
using EngageBot.Networks;
using EngageBot.Posting;
using EngageBot.Reading;
using EngageBot.Storage;
using Sources = EngageBot.Benchmarks.Line.Sources;

namespace EngageBot.Benchmarks.Season;

/// <summary>The real rooms from reading to posting on a SQLite file of their own, with a clock and a network of the season.</summary>
internal sealed class SeasonHouse : IAsyncDisposable
{
    private readonly DirectoryInfo folder;
    private readonly WebApplication app;

    private SeasonHouse(DirectoryInfo folder, WebApplication app, SeasonClock clock, SeasonNetwork network, Account account)
    {
        this.folder = folder;
        this.app = app;
        Clock = clock;
        Network = network;
        Account = account;
    }

    public SeasonClock Clock { get; }

    public SeasonNetwork Network { get; }

    public Account Account { get; }

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public static async Task<SeasonHouse> OpenAsync(DateTimeOffset begins, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("engagebot-season-");
        var clock = new SeasonClock(begins);
        var network = new SeasonNetwork(clock);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Configuration["Library:Path"] = CopyOfPrompts(folder);
        builder.Configuration["Storage:ConnectionString"] = $"Data Source={Path.Combine(folder.FullName, "season.db")};Pooling=True";
        builder.AddStorage();
        builder.AddReading();
        builder.AddLibrary();
        builder.AddDrafting();
        builder.AddLearning();
        builder.AddListening();
        builder.AddApproving();
        builder.AddPosting();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<INetwork>(network);
        var app = builder.Build();
        await app.Services.GetRequiredService<Migrations>().ApplyAsync(cancellationToken);
        var account = await app.Services.GetRequiredService<AccountStore>().EnsureAsync("x", SeasonNetwork.Self, cancellationToken);
        return new SeasonHouse(folder, app, clock, network, account);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static string CopyOfPrompts(DirectoryInfo folder)
    {
        var copy = Path.Combine(folder.FullName, "prompts");
        foreach (var file in Directory.EnumerateFiles(Sources.Prompts, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(Sources.Prompts, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        return copy;
    }
}
