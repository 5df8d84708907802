using System.Net;
using System.Text.RegularExpressions;
using EngageBot.Api;
using EngageBot.Approving;
using EngageBot.Desk.Makers;
using EngageBot.Desk.SignIn;
using EngageBot.Drafting;
using EngageBot.Hours;
using EngageBot.Language.Encoder;
using EngageBot.Learning;
using EngageBot.Library;
using EngageBot.Networks;
using EngageBot.People;
using EngageBot.Reporting;
using EngageBot.Storage;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Time.Testing;

namespace EngageBot.Tests.People;

/// <summary>The sign-in pages on a real server with a database of its own, and the browsers in front of it.</summary>
internal sealed partial class Door : IAsyncDisposable
{
    public const string Password = "rain on a tin roof";

    private readonly string folder = Directory.CreateTempSubdirectory("engagebot-door-").FullName;
    private readonly TempDatabase database;
    private readonly WebApplication app;

    private Door(TempDatabase database, int attemptsPerMinute)
    {
        this.database = database;
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production", ContentRootPath = folder });
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Engine"] = database.Options.Engine,
            ["Storage:ConnectionString"] = database.Options.ConnectionString,
            ["People:KeysFolder"] = KeysFolder,
            ["People:SignInAttemptsPerMinute"] = $"{attemptsPerMinute}",
        });
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.PostConfigure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1000); // real ones would make the tests slow
        builder.AddStorage();
        builder.AddPeople();
        builder.Services.AddSingleton<Lessons>();
        builder.Services.AddSingleton(_ => SentenceEncoder.Load()); // only where something is drafted
        builder.AddLibrary();
        builder.Services.Remove(builder.Services.Last(service => service.ServiceType == typeof(IHostedService))); // nobody watches it here
        builder.AddDrafting();
        builder.AddApproving();
        builder.AddHours();
        builder.AddReporting();
        builder.Services.Remove(builder.Services.Last(service => service.ServiceType == typeof(IHostedService))); // no receipts by themselves
        builder.Services.AddSingleton<INetwork>(Network = new ScriptedNetwork(Clock));
        builder.AddApi();
        builder.Services.AddSignIn();
        builder.AddMakers();
        builder.Logging.AddFakeLogging().AddFilter("Microsoft.AspNetCore", LogLevel.Debug);
        app = builder.Build();
        app.UsePeople();
        app.MapApi();
        app.MapSignIn();
        app.MapMakers();
        app.MapGet("/", (HttpContext context) => $"{context.User.Actor()} is {context.User.Role()}").RequireAuthorization(Policies.Reader);
        app.MapGet("/decide", () => "decided").RequireAuthorization(Policies.Approver);
    }

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.UnixEpoch.AddYears(57));

    public string KeysFolder => Path.Combine(folder, "keys");

    public ScriptedNetwork Network { get; }

    public Database Database => database.Database;

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<Door> OpenAsync(Engine engine = Engine.Sqlite, int attemptsPerMinute = 10)
    {
        var door = new Door(await TempDatabase.CreateAsync(engine), attemptsPerMinute);
        await door.app.StartAsync();
        return door;
    }

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public Browser NewBrowser() => new(Address);

    /// <summary>The path of a setup link that was just printed.</summary>
    public async Task<string?> SetupPathAsync() =>
        await Get<SetupLink>().CurrentAsync("http://desk", CancellationToken.None) is { } link ? link["http://desk".Length..] : null;

    /// <summary>Ana, the first admin, signed in.</summary>
    public async Task<Browser> AnaAsync()
    {
        var browser = NewBrowser();
        await browser.SendAsync((await SetupPathAsync())!, ("name", "Ana"), ("password", Password));
        return browser;
    }

    /// <summary>A colleague who accepted their invitation, signed in.</summary>
    public async Task<(Browser Browser, string Id)> JoinAsync(string name, Role role)
    {
        var invited = (RosterChange.Invited)await Get<Roster>().InviteAsync(name, role, "Ana", CancellationToken.None);
        var browser = NewBrowser();
        await browser.SendAsync(invited.Path, ("password", Password));
        return (browser, invited.PersonId);
    }

    public async Task<string> IdOfAsync(string name) =>
        (await Get<Roster>().AllAsync(CancellationToken.None)).Single(colleague => colleague.Name == name).Id;

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Keeps cookies, fills in forms, does not follow redirects by itself.</summary>
    internal sealed partial class Browser(Uri address) : IDisposable
    {
        private readonly HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };

        public Task<HttpResponseMessage> OpenAsync(string path) => client.GetAsync(path);

        /// <summary>Opens the page, fills in its form with its hidden fields, sends it.</summary>
        public async Task<HttpResponseMessage> SendAsync(string path, params (string Name, string Value)[] fields) =>
            await SubmitAsync(path, await FormAsync(path), fields);

        /// <summary>The hidden fields of the form that lies at this path.</summary>
        public async Task<KeyValuePair<string, string>[]> FormAsync(string path) =>
            [.. HiddenField().Matches(await client.GetStringAsync(path)).Select(match => KeyValuePair.Create(match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value)))];

        /// <summary>Sends a form that was opened before.</summary>
        public Task<HttpResponseMessage> SubmitAsync(string path, KeyValuePair<string, string>[] hidden, params (string Name, string Value)[] fields) =>
            PostAsync(path.Split('?')[0], [.. hidden, .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);

        public async Task<HttpResponseMessage> PostAsync(string path, params KeyValuePair<string, string>[] fields)
        {
            using var form = new FormUrlEncodedContent(fields);
            return await client.PostAsync(path, form);
        }

        public Task<HttpResponseMessage> SignInAsync(string name, string password = Password) =>
            SendAsync("/sign-in", ("name", name), ("password", password));

        /// <summary>Who the desk thinks this is; null when it sends them to the sign-in page.</summary>
        public async Task<string?> WhoAsync()
        {
            using var response = await client.GetAsync("/");
            if (response.StatusCode == HttpStatusCode.Redirect && response.Headers.Location!.AbsolutePath == "/sign-in")
                return null;
            return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        }

        public void Dispose() => client.Dispose();

        [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)" """)]
        private static partial Regex HiddenField();
    }
}
