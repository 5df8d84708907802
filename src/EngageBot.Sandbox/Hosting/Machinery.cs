using EngageBot.Sandbox.Api;
using EngageBot.Sandbox.Auth;
using EngageBot.Sandbox.Control;
using EngageBot.Sandbox.Faults;
using EngageBot.Sandbox.Followers;
using EngageBot.Sandbox.Limits;
using EngageBot.Sandbox.Play;
using EngageBot.Sandbox.Square;

namespace EngageBot.Sandbox.Hosting;

/// <summary>All parts of a sandbox, put together by hand: the whole of it can be read here.</summary>
internal sealed class Machinery : IDisposable
{
    private readonly SandboxOptions options;
    private readonly Chronicle? chronicle;
    private readonly Keyring keyring;
    private readonly TokenBook tokens;
    private readonly Venue venue;
    private readonly RateLimits limits;
    private readonly Pace pace;
    private readonly Ledger ledger = new();
    private readonly MediaShelf media;

    public Machinery(SandboxOptions options)
    {
        this.options = options;
        chronicle = options.DataFile is { } path ? new Chronicle(path) : null;
        Square = new PublicSquare(options.Clock, options.Square, chronicle);
        List<User> accounts = [.. options.Accounts.Select(handle => Square.Enrol(handle, NameOf(handle)))];
        keyring = new Keyring(options.Seed, accounts);
        media = new MediaShelf(options.Clock);
        tokens = new TokenBook(keyring, options.Clock);
        venue = new Venue(Square, accounts, new Readership(Square, accounts), new FaultBook(options.Seed), options.Clock);
        limits = new RateLimits(options.Clock, options.RateLimits);
        pace = new Pace(options.Speed, options.Clock);
        Keys = SandboxKeys.From(keyring, tokens);
    }

    public PublicSquare Square { get; }

    public SandboxKeys Keys { get; }

    public TokenBook Tokens => tokens;

    /// <summary>As <see cref="Keys"/>, with OAuth 2.0 tokens of a new sign-in.</summary>
    public SandboxKeys SignInAgain() => SandboxKeys.From(keyring, tokens);

    public IEnumerable<Director> Directors => options.HasFollowers
        ? venue.Accounts.Select((account, index) =>
            new Director(venue, account, new Troupe(options.Seed + index, account.Handle), options.Opening, pace))
        : [];

    public void Map(IEndpointRouteBuilder endpoints)
    {
        var routes = Routes();
        var server = Server();
        foreach (var route in routes)
            server.Map(endpoints, route);
        new TokenDesk(keyring, tokens, options.Clock).Map(endpoints);
        new ControlRoom(
            new Stage(venue), new Replay(venue), new Gauges(venue, ledger, limits, pace), venue.Faults, limits, pace)
            .Map(endpoints, [.. routes.Select(route => route.Name)]);
        endpoints.MapFallback(http =>
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }

    public void Dispose() => chronicle?.Dispose();

    private IReadOnlyList<XRoute> Routes() => new XRoutes(
        new Users(Square),
        new Timelines(Square, venue.Readership),
        new Lookup(Square),
        new Search(Square),
        new PostDesk(Square, options.Rules, new DuplicateMemory(Square), media),
        new MediaDesk(media),
        new Usage(ledger)).All;

    private XServer Server() => new(
        Square,
        new Gatekeeper(keyring, new OAuth1Verifier(keyring, options.Clock, options.PublicBase), tokens),
        limits,
        ledger,
        new FaultDesk(venue.Faults, tokens, options.Clock),
        new Speech(options.Clock, options.Dialect, options.OneDialect));

    private static string NameOf(string handle) => string.Concat(handle.Select((letter, index) =>
        letter == '_' ? " " : index > 0 && char.IsUpper(letter) ? $" {letter}" : $"{letter}"));
}
