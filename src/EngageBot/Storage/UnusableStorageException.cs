namespace EngageBot.Storage;

/// <summary>The store cannot be used as it is; the message says why, what is safe and what to do.</summary>
internal class UnusableStorageException(string message, Exception? innerException = null) : Exception(message, innerException);
