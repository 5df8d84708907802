using EngageBot.Approving;
using EngageBot.Drafting;
using EngageBot.Hours;
using EngageBot.Learning;
using EngageBot.Library;
using EngageBot.Listening;
using EngageBot.Model;
using EngageBot.Networks;
using EngageBot.Posting;
using EngageBot.Reading;
using EngageBot.Reporting;
using EngageBot.Storage;
using EngageBot.Tests.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace EngageBot.Tests.Line;

/// <summary>The real line over a real database, with a scripted network and a clock that stands still until told.</summary>
internal sealed class TestLine : IAsyncDisposable
{
    private readonly TempDatabase temp;
    private readonly WebApplication app;
    private int nextPost = 100;
    private bool isReplica;

    private TestLine(TempDatabase temp, WebApplication app, FakeTimeProvider clock, ScriptedNetwork network, Account account)
    {
        this.temp = temp;
        this.app = app;
        Clock = clock;
        Network = network;
        Account = account;
    }

    public FakeTimeProvider Clock { get; }

    public ScriptedNetwork Network { get; }

    public Account Account { get; }

    public Approvals Approvals => Get<Approvals>();

    public Database Database => temp.Database;

    /// <param name="prompts">A library of the test's own; null for the shipped one, which no test may change.</param>
    /// <param name="with">What else the test wants of the program.</param>
    /// <param name="over">A database that is there already, with the current schema.</param>
    public static async Task<TestLine> StartAsync(
        Engine engine, FakeTimeProvider? clock = null, ScriptedNetwork? network = null, string? prompts = null, Action<WebApplicationBuilder>? with = null, TempDatabase? over = null)
    {
        var temp = over ?? await TempDatabase.CreateAsync(engine);
        clock ??= new FakeTimeProvider(new DateTimeOffset(2026, 5, 31, 18, 0, 0, TimeSpan.Zero));
        network ??= new ScriptedNetwork(clock);
        var app = Build(temp, clock, network, prompts, with);
        var account = await app.Services.GetRequiredService<AccountStore>().EnsureAsync("x", ScriptedNetwork.Self, CancellationToken.None);
        return new TestLine(temp, app, clock, network, account);
    }

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>A follower writes, and the post is public.</summary>
    public Post Writes(string text = "@HarbourTheatre thank you, what an evening", string author = "lena_k", string? thread = null, string? inReplyTo = null, string? name = null, Post? parent = null)
    {
        var id = $"{nextPost++}";
        var post = new Post(id, new Person("u-" + author, author, name ?? author), text, Clock.GetUtcNow(), thread ?? id, inReplyTo, Parent: parent);
        Network.Mentions.Add(post);
        return post;
    }

    public Task<Look> ListenAsync() => Get<Listener>().LookAsync(Account, CancellationToken.None);

    /// <summary>A mention that waits on the desk, as a person sees it.</summary>
    public async Task<OpenMention> WaitingAsync(string text = "@HarbourTheatre thank you, what an evening", string author = "lena_k", string? thread = null)
    {
        var post = Writes(text, author, thread);
        await ListenAsync();
        return await OpenByPostAsync(post.Id);
    }

    public async Task<OpenMention> OpenByPostAsync(string postId)
    {
        var id = await Database.ReadAsync(
            session => session.FirstOrDefaultAsync<string>("SELECT id FROM mention WHERE post_id = @postId", new { postId }), CancellationToken.None);
        return (await Get<MentionDesk>().OpenAsync(id!, CancellationToken.None))!;
    }

    public async Task<OpenMention> OpenAsync(OpenMention before) => (await Get<MentionDesk>().OpenAsync(before.Mention.Id, CancellationToken.None))!;

    public Task<Decision> ApproveAsync(OpenMention seen, string text = "Lovely to hear, Lena.", string approver = "Ana") =>
        Approvals.ApproveAsync(seen.Mention.Id, seen.Mention.ConversationVersion, text, approver, CancellationToken.None);

    public Task<Decision> ApproveAsync(OpenMention seen, Wording wording) =>
        Approvals.ApproveAsync(seen.Mention.Id, seen.Mention.ConversationVersion, new Approval(wording.Text, wording.Picture?.Hash), "Ana", CancellationToken.None);

    /// <summary>A mention whose reply is approved and whose undo window is over.</summary>
    public async Task<OpenMention> ApprovedAsync(string text = "Lovely to hear, Lena.")
    {
        var seen = await WaitingAsync();
        Assert.IsType<Decision.Taken>(await ApproveAsync(seen, text));
        Clock.Advance(TimeSpan.FromSeconds(6));
        return seen;
    }

    /// <summary>One turn of the poster over everything that is due.</summary>
    public async Task PostAsync()
    {
        while (await Get<Poster>().SendNextAsync(CancellationToken.None))
        {
        }
    }

    public Task<int> SettleAsync() => Get<Settler>().SettleAsync(CancellationToken.None);

    public async Task<MentionState> StateAsync(OpenMention mention) => (await OpenAsync(mention)).Mention.State;

    public async Task<Receipt> ReceiptAsync() => await Get<Receipts>().ForAsync(null, null, CancellationToken.None);

    /// <summary>Counts with SQL of the test's own.</summary>
    public Task<long> CountAsync(string sql) => Database.ReadAsync(session => session.FirstOrDefaultAsync<long>(sql), CancellationToken.None);

    /// <summary>A second program on the same store.</summary>
    public TestLine Replica() => new(temp, Build(temp, Clock, Network), Clock, Network, Account) { isReplica = true };

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        if (!isReplica)
            await temp.DisposeAsync();
    }

    private static WebApplication Build(TempDatabase temp, TimeProvider clock, INetwork network, string? prompts = null, Action<WebApplicationBuilder>? with = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Logging.ClearProviders();
        if (prompts is not null)
            builder.Configuration["Library:Path"] = prompts;
        with?.Invoke(builder);
        builder.AddStorage();
        builder.AddReading();
        builder.AddLibrary();
        builder.AddDrafting();
        builder.AddLearning();
        builder.AddListening();
        builder.AddApproving();
        builder.AddPosting();
        builder.AddHours();
        builder.AddReporting();
        builder.Services.Replace(ServiceDescriptor.Singleton(temp.Database));
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton(network);
        builder.Services.RemoveAll<IHostedService>();
        return builder.Build();
    }
}
