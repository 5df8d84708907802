namespace EngageBot.Library.Editing;

/// <summary>Says why the library's folder does not take a file, in words that tell what to do.</summary>
internal static class FolderTrouble
{
    private const int NoSpace = 28;
    private const int ReadOnly = 30;
    private const int NoQuota = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    public static string Explain(Exception exception) => exception switch
    {
        IOException { HResult: NoSpace or NoQuota or WindowsDiskFull } => "The disk with the library is full. Nothing is lost; free some room and save again.",
        UnauthorizedAccessException or IOException { HResult: ReadOnly } => "The library's folder cannot be written. Nothing is lost; give the program the right to write there and save again.",
        _ => $"The file could not be written: {exception.Message} Nothing is lost; mend that and save again.",
    };
}
