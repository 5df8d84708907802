namespace EngageBot.Language.Heads;

/// <summary>The weights of the heads cannot be used; the message says why and what to do.</summary>
internal sealed class HeadsException(string message, Exception? cause = null) : Exception(message, cause);
