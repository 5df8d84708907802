namespace EngageBot.Cli;

/// <summary>Lines of a file or of standard input, one at a time, however long the input is.</summary>
internal static class InputLines
{
    public static IEnumerable<string> Of(FileInfo? file)
    {
        if (file is { Exists: false })
            throw new BadInputException($"There is no file {file.FullName}.");
        return file is null ? StandardInput() : File.ReadLines(file.FullName);
    }

    private static IEnumerable<string> StandardInput()
    {
        while (Console.In.ReadLine() is { } line)
            yield return line;
    }
}
