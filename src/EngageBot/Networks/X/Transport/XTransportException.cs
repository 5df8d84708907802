namespace EngageBot.Networks.X.Transport;

/// <summary>No answer came. Carries a sentence and no inner exception, which might hold a signed request.</summary>
public sealed class XTransportException(string message, bool mayHaveArrived) : Exception(message)
{
    /// <summary>False: no connection was made, so nothing left this machine. True: the request may have been carried out.</summary>
    public bool MayHaveArrived { get; } = mayHaveArrived;
}
