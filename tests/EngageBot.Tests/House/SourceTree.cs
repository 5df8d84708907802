using System.Runtime.CompilerServices;

namespace EngageBot.Tests.House;

/// <summary>The source text of the checkout that these tests were built from.</summary>
internal static class SourceTree
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", ".."));

    public static IEnumerable<string> FilesUnder(string folder, params string[] extensions) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Where(file => extensions.Contains(Path.GetExtension(file)) && !IsBuilt(file));

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static bool IsBuilt(string file) => Relative(file).Split('/').Any(part => part is "bin" or "obj");

    private static string Here([CallerFilePath] string path = "") => path;
}
