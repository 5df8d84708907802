using EngageBot.Networks.X.Wire;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace EngageBot.Networks.X;

/// <summary>
/// Patience for reads: retries with jitter, short limits waited out, a circuit breaker and a limit for the whole.
/// It stands above the transport, so that either transport has it and every attempt is signed anew. Posts never pass here.
/// </summary>
internal sealed class XReads
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);
    private readonly ResiliencePipeline<XAnswer> pipeline;
    private readonly RateLimits limits;
    private readonly TimeProvider clock;

    public XReads(RateLimits limits, TimeProvider clock)
    {
        (this.limits, this.clock) = (limits, clock);
        pipeline = new ResiliencePipelineBuilder<XAnswer> { TimeProvider = clock }
            .AddTimeout(TimeSpan.FromSeconds(90))
            .AddRetry(new RetryStrategyOptions<XAnswer>
            {
                MaxRetryAttempts = 3,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(500),
                UseJitter = true,
                ShouldHandle = attempt => new(attempt.Outcome.Result is { } answer && (IsTrouble(answer) || IsShortLimit(answer))),
                DelayGenerator = attempt => new(attempt.Outcome.Result is { } answer ? AskedFor(answer) : null),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<XAnswer>
            {
                FailureRatio = 0.9,
                MinimumThroughput = 12,
                SamplingDuration = TimeSpan.FromMinutes(1),
                BreakDuration = TimeSpan.FromSeconds(20),
                ShouldHandle = attempt => new(attempt.Outcome.Result is { } answer && IsTrouble(answer)),
            })
            .Build();
    }

    public async Task<XAnswer> AskAsync(Func<CancellationToken, ValueTask<XAnswer>> attempt, CancellationToken cancellationToken)
    {
        try
        {
            return await pipeline.ExecuteAsync(attempt, cancellationToken);
        }
        catch (BrokenCircuitException)
        {
            return new XAnswer.Silent("X has failed so often that it is left alone for a moment", false);
        }
        catch (TimeoutRejectedException)
        {
            return new XAnswer.Silent("X did not answer in time", true);
        }
    }

    private static bool IsTrouble(XAnswer answer) => answer switch
    {
        XAnswer.Silent => true,
        XAnswer.Answered { Response.Status: >= 500 } => true,
        XAnswer.Answered { IsSuccess: true, Json: null } => true,
        _ => false,
    };

    private bool IsShortLimit(XAnswer answer) =>
        answer is XAnswer.Answered { Response.Status: 429 } && AskedFor(answer) is { } wait && wait <= LongestWait;

    // Longer than we care to wait: the retry goes by its own rhythm for a 5xx, and a 429 is handed up at once.
    private TimeSpan? AskedFor(XAnswer answer) =>
        answer is XAnswer.Answered { Response: { Status: 429 or 503 } response } && limits.EndOf(response) - clock.GetUtcNow() is { } wait && wait <= LongestWait ? wait : null;
}
