using System.Globalization;
using System.Text;
using EngageBot.Sandbox.Api;
using EngageBot.Sandbox.Auth;
using EngageBot.Sandbox.Square;

namespace EngageBot.Sandbox.Faults;

/// <summary>Plays the faults that struck one request.</summary>
internal sealed class Mischief(IReadOnlyList<Fault> faults, TokenBook tokens, TimeProvider clock)
{
    private static readonly Random Shuffler = new(20);

    /// <summary>True when the fault has answered, or broken the connection, before anything was done.</summary>
    public async Task<bool> BeforeAsync(HttpContext http, Vocabulary words)
    {
        foreach (var fault in faults)
            if (await BeforeAsync(http, fault, words))
                return true;
        return false;
    }

    /// <summary>What becomes of the list of an answer; null leaves it as it is.</summary>
    public Func<IReadOnlyList<Post>, IReadOnlyList<Post>>? Spoil => faults[^1].Kind switch
    {
        FaultKind.Duplicates => static posts => [.. posts.SelectMany(post => new[] { post, post })],
        FaultKind.OutOfOrder => Shuffle,
        _ => null,
    };

    /// <summary>True when the fault took the answer's place.</summary>
    public async Task<bool> AfterAsync(HttpContext http, Answer answer, Vocabulary words)
    {
        foreach (var fault in faults)
            if (await AfterAsync(http, fault, answer, words))
                return true;
        return false;
    }

    private async Task<bool> BeforeAsync(HttpContext http, Fault fault, Vocabulary words)
    {
        switch (fault.Kind)
        {
            case FaultKind.Delay:
                await WaitAsync(fault, http.RequestAborted);
                return false;
            case FaultKind.ExpiredToken:
                tokens.ExpireAll();
                return false;
            case FaultKind.Refuse:
                http.Abort();
                return true;
            case FaultKind.ErrorBefore or FaultKind.Answer:
                await WriteErrorAsync(http, fault, words);
                return true;
            case FaultKind.RateLimit:
                WriteReset(http, fault);
                break;
        }

        using var refusal = Refusal(fault);
        if (refusal is not null)
            await Wire.WriteAsync(http, refusal);
        return refusal is not null;
    }

    private static ReadOnlyMemory<byte> Nonsense { get; } = "{\"data\":[{\"id\":\"20\",,\"text\":]}<!--"u8.ToArray();

    private async Task<bool> AfterAsync(HttpContext http, Fault fault, Answer answer, Vocabulary words)
    {
        var half = answer.Body[..(answer.Body.Length / 2)];
        switch (fault.Kind)
        {
            case FaultKind.DelayAfter:
                await WaitAsync(fault, http.RequestAborted);
                return false;
            case FaultKind.Drop:
                http.Abort();
                return true;
            case FaultKind.ErrorAfter:
                await WriteErrorAsync(http, fault, words);
                return true;
            case FaultKind.Cut:
                await CutAsync(http, answer);
                return true;
            case FaultKind.Malformed or FaultKind.Truncated or FaultKind.Empty:
                var body = fault.Kind switch { FaultKind.Malformed => Nonsense, FaultKind.Truncated => half, _ => default };
                await Wire.WriteAsync(http, answer.Status, answer.ContentType, body);
                return true;
            default:
                return false;
        }
    }

    private Answer? Refusal(Fault fault) => fault.Kind switch
    {
        FaultKind.RateLimit or FaultKind.RateLimitBare => Problems.TooManyRequests(),
        FaultKind.RateLimitOld => Problems.TooManyRequestsOld(),
        FaultKind.CreditsOld => Problems.CreditsDepletedOld(),
        FaultKind.CreditsNew => Problems.CreditsDepletedNew(),
        FaultKind.SpendCap => Problems.SpendCapReached(clock.GetUtcNow()),
        FaultKind.UsageCap => Problems.UsageCapExceeded(),
        FaultKind.Unauthorized => Problems.Unauthorized(),
        FaultKind.Forbidden => Problems.NotPermitted(),
        _ => null,
    };

    private Task WaitAsync(Fault fault, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(fault.Milliseconds ?? 1_000), clock, cancellationToken);

    private void WriteReset(HttpContext http, Fault fault)
    {
        var reset = clock.GetUtcNow().AddSeconds(fault.Seconds ?? 60).ToUnixTimeSeconds();
        http.Response.Headers["x-rate-limit-limit"] = "300";
        http.Response.Headers["x-rate-limit-remaining"] = "0";
        http.Response.Headers["x-rate-limit-reset"] = reset.ToString(CultureInfo.InvariantCulture);
    }

    private static async Task WriteErrorAsync(HttpContext http, Fault fault, Vocabulary words)
    {
        var status = fault.Status ?? 503;
        if (fault.Body is { } body)
        {
            var type = body.StartsWith('<') ? "text/html" : "application/problem+json";
            await Wire.WriteAsync(http, status, type, Encoding.UTF8.GetBytes(body));
            return;
        }

        using var error = Problems.InternalError(status, words);
        await Wire.WriteAsync(http, error);
    }

    private static async Task CutAsync(HttpContext http, Answer answer)
    {
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = answer.ContentType;
        http.Response.ContentLength = answer.Body.Length;
        await http.Response.Body.WriteAsync(answer.Body[..(answer.Body.Length / 2)]);
        await http.Response.Body.FlushAsync();
        http.Abort();
    }

    private static Post[] Shuffle(IReadOnlyList<Post> posts)
    {
        Post[] shuffled = [.. posts];
        lock (Shuffler)
            Shuffler.Shuffle(shuffled);
        return shuffled;
    }
}
