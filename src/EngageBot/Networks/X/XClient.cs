using EngageBot.Networks.X.Tokens;
using EngageBot.Networks.X.Transport;
using EngageBot.Networks.X.Wire;

namespace EngageBot.Networks.X;

/// <summary>Sends requests of an account: reads with patience, posts once; a refused OAuth 2.0 token is renewed once.</summary>
internal sealed partial class XClient(IXTransport transport, XReads reads, TimeProvider clock, ILogger<XClient> logger)
{
    // An answer tells its second only, and takes its way.
    private static readonly TimeSpan Worthwhile = TimeSpan.FromSeconds(10);
    private long ahead;

    /// <summary>How far this machine's clock is ahead of X's, by its last answer; zero when it is behind or nearly right.</summary>
    public TimeSpan ClockAhead => TimeSpan.FromTicks(Interlocked.Read(ref ahead)) is var known && known > Worthwhile ? known : TimeSpan.Zero;

    public Task<XAnswer> GetAsync(XSession session, string path, IEnumerable<KeyValuePair<string, string>> query, CancellationToken cancellationToken)
    {
        var request = new XRequest(HttpMethod.Get, path, [.. query]);
        return reads.AskAsync(token => new(AttemptAsync(session, request, token)), cancellationToken);
    }

    public Task<XAnswer> PostAsync(XSession session, string path, string json, CancellationToken cancellationToken) =>
        AttemptAsync(session, new XRequest(HttpMethod.Post, path, [], json), cancellationToken);

    private async Task<XAnswer> AttemptAsync(XSession session, XRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var credentials = await session.CredentialsAsync(cancellationToken);
            var answer = await SendAsync(request, credentials, cancellationToken);
            if (answer is not XAnswer.Answered { Response.Status: 401 })
                return answer;
            // A 401 was not carried out, so sending once more is safe for a post, too.
            return await session.RenewAsync(credentials, cancellationToken) switch
            {
                Renewal.Fresh fresh => await SendAsync(request, fresh.Credentials, cancellationToken),
                Renewal.Impossible => answer,
                Renewal.Failed failed => new XAnswer.NoCredentials(failed.Reason, NeedsPerson: false),
                Renewal.Refused refused => new XAnswer.NoCredentials(refused.Reason, NeedsPerson: true),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return new XAnswer.NoCredentials($"The sign-in of {session.Label} could not be read: {trouble.Message}.", NeedsPerson: true);
        }
    }

    private async Task<XAnswer> SendAsync(XRequest request, XCredentials credentials, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        try
        {
            var response = await transport.SendAsync(request, credentials, cancellationToken);
            if (Answers.ClockAhead(response, clock) is { } difference)
                Interlocked.Exchange(ref ahead, difference.Ticks);
            LogAnswered(request.Method.Method, request.Path, response.Status, clock.GetElapsedTime(started).TotalMilliseconds);
            return new XAnswer.Answered(response, JsonText.Parse(response.Body));
        }
        catch (XTransportException silence)
        {
            LogSilent(request.Method.Method, request.Path, silence.Message);
            return new XAnswer.Silent(silence.Message, silence.MayHaveArrived);
        }
    }

    [LoggerMessage(LogLevel.Debug, "X answered {Method} {Path} with {Status} after {Milliseconds:0} ms")]
    private partial void LogAnswered(string method, string path, int status, double milliseconds);

    [LoggerMessage(LogLevel.Debug, "No answer from X to {Method} {Path}: {Reason}")]
    private partial void LogSilent(string method, string path, string reason);
}
