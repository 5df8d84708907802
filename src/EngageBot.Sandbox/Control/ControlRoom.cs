using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using EngageBot.Sandbox.Faults;
using EngageBot.Sandbox.Limits;
using EngageBot.Sandbox.Play;

namespace EngageBot.Sandbox.Control;

/// <summary>The controls under /sandbox, for this computer alone.</summary>
internal sealed class ControlRoom(Stage stage, Replay replay, Gauges gauges, FaultBook faults, RateLimits limits, Pace pace)
{
    private IReadOnlyList<string> routes = [];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    public void Map(IEndpointRouteBuilder endpoints, IReadOnlyList<string> routeNames)
    {
        routes = routeNames;
        Map(endpoints, "GET", "", TimelinePage.ShowAsync);
        Map(endpoints, "POST", "/posts", PostAsync);
        Map(endpoints, "DELETE", "/posts/{id}", http => Done(http, stage.Delete(Path(http, "id")), "There is no such post."));
        Map(endpoints, "PUT", "/users/{handle}", ChangeUserAsync);
        Map(endpoints, "POST", "/replay", ReplayAsync);
        Map(endpoints, "GET", "/speed", http => Reply(http, new { speed = Pace.Write(pace.Factor) }));
        Map(endpoints, "PUT", "/speed", SetSpeedAsync);
        Map(endpoints, "GET", "/faults", http => Reply(http, faults.All));
        Map(endpoints, "POST", "/faults", AddFaultAsync);
        Map(endpoints, "DELETE", "/faults", http =>
        {
            faults.Clear();
            return Reply(http, faults.All);
        });
        Map(endpoints, "DELETE", "/faults/{id:int}", http =>
            Done(http, faults.Remove(int.Parse(Path(http, "id"), CultureInfo.InvariantCulture)), "There is no such fault."));
        Map(endpoints, "PUT", "/limits", SetLimitsAsync);
        Map(endpoints, "GET", "/public", http => Reply(http, gauges.PostsAfter(
            Number(http, "since", 0), (int)Math.Clamp(Number(http, "limit", 1_000), 1, 100_000), OptionalNumber(http, "conversation"))));
        Map(endpoints, "GET", "/threads", http => Reply(http, gauges.Threads(
            (int)Math.Clamp(Number(http, "limit", 40), 1, 200), http.Request.Query["only"] == "answered")));
        Map(endpoints, "GET", "/pictures/{id:long}", ShowPictureAsync);
        Map(endpoints, "GET", "/stats", http => Reply(http, gauges.Stats()));
    }

    private static void Map(IEndpointRouteBuilder endpoints, string method, string path, RequestDelegate answer) =>
        endpoints.MapMethods("/sandbox" + path, [method], async http =>
        {
            if (!IsLocal(http))
            {
                http.Response.StatusCode = StatusCodes.Status403Forbidden;
                return;
            }

            try
            {
                await answer(http);
            }
            catch (JsonException exception)
            {
                await RefuseAsync(http, exception.Message);
            }
            catch (BadRequestException exception)
            {
                await RefuseAsync(http, exception.Message);
            }
        });

    // The name and the origin are checked too: a page on the web must not reach the controls through the browser.
    private static bool IsLocal(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
        && IsLoopbackName(http.Request.Host.Host)
        && (http.Request.Headers.Origin.ToString() is not { Length: > 0 } origin
            || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && IsLoopbackName(uri.Host)));

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private async Task PostAsync(HttpContext http)
    {
        var post = stage.Publish(await ReadAsync<StagedPost>(http), out var fault);
        if (post is null)
            await RefuseAsync(http, fault);
        else
            await Reply(http, new { id = post.IdText, text = post.Text }, 201);
    }

    private async Task ShowPictureAsync(HttpContext http)
    {
        if (gauges.Picture(long.Parse(Path(http, "id"), CultureInfo.InvariantCulture)) is not { } picture)
        {
            await Done(http, false, "There is no such picture.");
            return;
        }
        http.Response.ContentType = picture.MediaType;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        await http.Response.Body.WriteAsync(picture.Bytes, http.RequestAborted);
    }

    private async Task ChangeUserAsync(HttpContext http) =>
        await Done(http, stage.Change(Path(http, "handle"), await ReadAsync<UserChange>(http)), "There is no such user.");

    private async Task ReplayAsync(HttpContext http)
    {
        var account = replay.Account(http.Request.Query["account"]) ?? throw new BadRequestException("There is no such account.");
        var order = new ReplayOrder(
            account,
            (int)Math.Clamp(Number(http, "limit", int.MaxValue), 0, int.MaxValue),
            OptionalNumber(http, "pace"),
            (int)Math.Clamp(Number(http, "holding", 700), 1, Replay.Reachable),
            TimeSpan.FromSeconds(Number(http, "patience", 30)))
        {
            Name = http.Request.Query["name"].ToString(),
        };
        using var file = new StreamReader(http.Request.Body);
        http.Response.ContentType = "text/tab-separated-values; charset=utf-8";
        await foreach (var line in replay.PlayAsync(file, order, http.RequestAborted))
            await http.Response.WriteAsync($"{line.Label}\t{line.PostId}\n", http.RequestAborted);
    }

    private async Task SetSpeedAsync(HttpContext http)
    {
        var wanted = await ReadAsync<SpeedOrder>(http);
        pace.Factor = Pace.Parse(wanted.Speed)
            ?? throw new BadRequestException("\"speed\" takes realtime, a factor like 10x, max, or 0.");
        await Reply(http, new { speed = Pace.Write(pace.Factor) });
    }

    private async Task AddFaultAsync(HttpContext http)
    {
        var fault = await ReadAsync<Fault>(http);
        if (fault.Route != "*")
            _ = Known(fault.Route);
        await Reply(http, faults.Add(fault), 201);
    }

    // A misspelt route would never strike, and a test would pass for nothing.
    private string Known(string route) => routes.Contains(route)
        ? route
        : throw new BadRequestException($"There is no route \"{route}\"; there are {string.Join(", ", routes)}.");

    private async Task SetLimitsAsync(HttpContext http)
    {
        var wanted = await ReadAsync<LimitsOrder>(http);
        if (wanted.WindowSeconds is < 1 or > 86_400)
            throw new BadRequestException("\"windowSeconds\" takes a number from 1 to 86400.");
        limits.IsOn = wanted.On ?? limits.IsOn;
        limits.Window = wanted.WindowSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : limits.Window;
        foreach (var (route, limit) in wanted.Routes ?? [])
            limits.Override(Known(route), limit);
        if (wanted.Reset == true)
            limits.Reset();
        await Reply(http, new { on = limits.IsOn });
    }

    private static async Task<T> ReadAsync<T>(HttpContext http) =>
        await JsonSerializer.DeserializeAsync<T>(http.Request.Body, Json, http.RequestAborted)
        ?? throw new BadRequestException("A JSON object is needed.");

    private static Task Reply(HttpContext http, object value, int status = 200)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(value, Json, http.RequestAborted);
    }

    private static Task Done(HttpContext http, bool done, string otherwise) =>
        done ? Reply(http, new { done }) : Reply(http, new { error = otherwise }, 404);

    private static Task RefuseAsync(HttpContext http, string error) => Reply(http, new { error }, 400);

    private static string Path(HttpContext http, string name) => (string)http.Request.RouteValues[name]!;

    private static long Number(HttpContext http, string name, long otherwise) => OptionalNumber(http, name) ?? otherwise;

    private static long? OptionalNumber(HttpContext http, string name) => http.Request.Query[name].ToString() switch
    {
        "" => null,
        var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw new BadRequestException($"\"{name}\" takes a number."),
    };

    private sealed record SpeedOrder(string Speed);

    private sealed record LimitsOrder(bool? On = null, bool? Reset = null, int? WindowSeconds = null, Dictionary<string, RouteLimit>? Routes = null);

    private sealed class BadRequestException(string message) : Exception(message);
}
