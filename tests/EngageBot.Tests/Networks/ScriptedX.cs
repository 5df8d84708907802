using System.Collections.Concurrent;
using System.Globalization;

namespace EngageBot.Tests.Networks;

/// <summary>A server on this machine that answers exactly what a test foresaw, and fails the test on anything else.</summary>
internal sealed class ScriptedX : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TimeProvider clock;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> answers = new();

    private ScriptedX(TimeProvider clock)
    {
        this.clock = clock;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    public ConcurrentQueue<SeenRequest> Requests { get; } = new();

    public ConcurrentQueue<string> Unforeseen { get; } = new();

    public string BaseUrl => app.Urls.Single();

    public int Unused => answers.Count;

    public static async Task<ScriptedX> StartAsync(TimeProvider clock)
    {
        var server = new ScriptedX(clock);
        await server.app.StartAsync();
        return server;
    }

    public void Answers(int status, string body, params (string Name, string Value)[] headers) => Answers(async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = body.StartsWith('<') ? "text/html" : "application/json; charset=utf-8";
        context.Response.Headers.Date = clock.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
        await context.Response.WriteAsync(body);
    });

    public void Answers(Func<HttpContext, Task> answer) => answers.Enqueue(answer);

    /// <summary>Takes the request in whole and hangs up without a word.</summary>
    public void HangsUp() => Answers(context =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>Announces a long answer, sends its beginning and hangs up.</summary>
    public void BreaksOff(int status, string beginning) => Answers(async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentLength = beginning.Length + 1000;
        await context.Response.WriteAsync(beginning);
        await context.Response.Body.FlushAsync();
        // An abort overtakes what is still on its way, and then nothing at all arrives.
        await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        context.Abort();
    });

    /// <summary>Takes the request in and says nothing until the other side hangs up.</summary>
    public Task StaysSilent()
    {
        var arrived = new TaskCompletionSource();
        Answers(async context =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        return arrived.Task;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var seen = await SeenRequest.OfAsync(context.Request);
        Requests.Enqueue(seen);
        if (answers.TryDequeue(out var answer))
        {
            await answer(context);
            return;
        }

        Unforeseen.Enqueue($"{seen.Method} {seen.Target}");
        context.Response.StatusCode = 418;
    }
}
