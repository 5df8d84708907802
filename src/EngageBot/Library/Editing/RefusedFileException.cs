namespace EngageBot.Library.Editing;

/// <summary>A name that is none of the library's, or a file that cannot be edited from the desk; the message says why.</summary>
internal sealed class RefusedFileException(string reason) : Exception(reason);
