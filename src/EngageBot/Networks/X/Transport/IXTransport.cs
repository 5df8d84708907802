namespace EngageBot.Networks.X.Transport;

/// <summary>Signs one request with an account's credentials, sends it once and gives the answer back as it came.</summary>
public interface IXTransport
{
    /// <summary>
    /// One attempt, never repeated. Every HTTP status is an answer; <see cref="XTransportException"/> means that there was none,
    /// <see cref="OperationCanceledException"/> that the caller cancelled, in which case the request may have left all the same.
    /// </summary>
    Task<XResponse> SendAsync(XRequest request, XCredentials credentials, CancellationToken cancellationToken);
}
