namespace EngageBot.Cli;

/// <summary>What a person gave a command cannot be used; the message says why and what to do.</summary>
internal sealed class BadInputException(string message) : Exception(message);
