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
        {
            if (fault.Kind == FaultKind.Delay)
                await WaitAsync(fault, http.RequestAborted);
            if (fault.Kind == FaultKind.Refuse)
            {
                http.Abort();
                return true;
            }

            if (fault.Kind == FaultKind.ExpiredToken)
                tokens.ExpireAll();
            if (fault.Kind == FaultKind.RateLimit)
                WriteReset(http, fault);
            if (fault.Kind == FaultKind.ErrorBefore || (fault.Kind == FaultKind.Answer && fault.Body is not null))
            {
                await WriteErrorAsync(http, fault, words);
                return true;
            }

            if (Refusal(fault) is { } refusal)
            {
                using (refusal)
                    await Wire.WriteAsync(http, refusal);
                return true;
            }
        }

        return false;
    }

    public Func<IReadOnlyList<Post>, IReadOnlyList<Post>>? Spoil =>
        faults.Any(fault => fault.Kind == FaultKind.Duplicates) ? static posts => [.. posts.SelectMany(post => new[] { post, post })]
        : faults.Any(fault => fault.Kind == FaultKind.OutOfOrder) ? Shuffle
        : null;

    /// <summary>True when the fault took the answer's place.</summary>
    public async Task<bool> AfterAsync(HttpContext http, Answer answer, Vocabulary words)
    {
        foreach (var fault in faults)
        {
            switch (fault.Kind)
            {
                case FaultKind.DelayAfter:
                    await WaitAsync(fault, http.RequestAborted);
                    break;
                case FaultKind.Drop:
                    http.Abort();
                    return true;
                case FaultKind.ErrorAfter:
                    await WriteErrorAsync(http, fault, words);
                    return true;
                case FaultKind.Malformed:
                    await Wire.WriteAsync(http, answer.Status, answer.ContentType, "{\"data\":[{\"id\":\"20\",,\"text\":]}<!--"u8.ToArray());
                    return true;
                case FaultKind.Truncated:
                    await Wire.WriteAsync(http, answer.Status, answer.ContentType, answer.Body[..(answer.Body.Length / 2)]);
                    return true;
                case FaultKind.Empty:
                    await Wire.WriteAsync(http, answer.Status, answer.ContentType, ReadOnlyMemory<byte>.Empty);
                    return true;
                case FaultKind.Cut:
                    await CutAsync(http, answer);
                    return true;
            }
        }

        return false;
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
