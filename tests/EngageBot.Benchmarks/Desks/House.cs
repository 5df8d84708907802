using EngageBot.Api;
using EngageBot.Approving;
using EngageBot.Benchmarks.Line;
using EngageBot.Desk;
using EngageBot.Drafting;
using EngageBot.Learning;
using EngageBot.Library;
using EngageBot.Listening;
using EngageBot.Model;
using EngageBot.Networks;
using EngageBot.People;
using EngageBot.Posting;
using EngageBot.Reading;
using EngageBot.Storage;
using EngageBot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Benchmarks.Desks;

/// <summary>All rooms of the program over a database of its own, with nobody at work: nothing listens, nothing posts.</summary>
internal sealed class House : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly DirectoryInfo? folder;

    private House(WebApplication app, DirectoryInfo? folder, MovableClock clock) => (this.app, this.folder, Clock) = (app, folder, clock);

    public MovableClock Clock { get; }

    public Database Database => Get<Database>();

    public IServiceProvider Services => app.Services;

    public static async Task<House> BuildAsync(string engine, string? connection, CancellationToken cancellationToken)
    {
        var folder = engine == "sqlite" ? Directory.CreateTempSubdirectory("engagebot-desk-") : null;
        var clock = new MovableClock();
        var app = Build(folder is null ? "postgresql" : "sqlite", folder is null ? connection ?? TempPostgres.Instance.NewDatabase() : $"Data Source={Path.Combine(folder.FullName, "desk.db")}", clock);
        await new Migrations(app.Services.GetRequiredService<Database>(), NullLogger<Migrations>.Instance).ApplyAsync(cancellationToken);
        return new House(app, folder, clock);
    }

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public Task<Account> AccountAsync(string userId, string handle, string name, CancellationToken cancellationToken) =>
        Get<AccountStore>().EnsureAsync("x", new Person(userId, handle, name), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        folder?.Delete(recursive: true);
    }

    private static WebApplication Build(string engine, string connection, MovableClock clock)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Engine"] = engine,
            ["Storage:ConnectionString"] = connection,
            ["Library:Path"] = Sources.Prompts,
        });
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.AddStorage();
        builder.AddPeople();
        builder.AddReading();
        builder.AddLibrary();
        builder.AddDrafting();
        builder.AddLearning();
        builder.AddListening();
        builder.AddApproving();
        builder.AddPosting();
        builder.AddDesk();
        builder.AddApi();
        builder.Services.AddSingleton<INetwork, Nowhere>();
        return builder.Build();
    }
}
