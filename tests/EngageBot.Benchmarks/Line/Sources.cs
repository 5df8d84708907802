using EngageBot.Cli;

namespace EngageBot.Benchmarks.Line;

/// <summary>Where the repository lies, and in it the program, built in the same configuration as this one.</summary>
internal static class Sources
{
    private static readonly DirectoryInfo Own = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    public static string Program => Path.Combine(Root, "src", "EngageBot", "bin", Own.Parent!.Name, Own.Name, "EngageBot.dll");

    public static string Prompts => Path.Combine(Root, "prompts");

    /// <summary>The project that this is, with its seeds and labels.</summary>
    public static string Bench => Path.Combine(Root, "tests", "EngageBot.Benchmarks");

    /// <summary>The top of the repository: <c>dotnet run</c> starts a program in its project's folder.</summary>
    public static string Root
    {
        get
        {
            var folder = Own;
            while (!File.Exists(Path.Combine(folder.FullName, "EngageBot.sln")))
                folder = folder.Parent ?? throw new BadInputException("Run the benchmarks from the repository: they need what lies in it.");
            return folder.FullName;
        }
    }
}
