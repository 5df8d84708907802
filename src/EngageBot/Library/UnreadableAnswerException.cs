namespace EngageBot.Library;

/// <summary>A file of a folder of answers cannot be read; the message names it and says why.</summary>
internal sealed class UnreadableAnswerException(string file, int line, string reason) : Exception($"{file}:{line}: {reason}");
