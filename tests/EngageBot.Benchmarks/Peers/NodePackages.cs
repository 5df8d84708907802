namespace EngageBot.Benchmarks.Peers;

/// <summary>Peers that run on Node.js: fetched once into a folder of the user's cache, outside the repository.</summary>
internal static class NodePackages
{
    private static readonly string Folder = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "engagebot-benchmarks", "node");

    /// <summary>Runs a script of this folder with packages at exact versions (<c>name@1.2.3</c>).</summary>
    /// <returns>What it writes, or why it could not run.</returns>
    public static async Task<(string? Output, string Why)> RunAsync(string script, string[] packages, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        if (await Tool.RunAsync("node", ["--version"], cancellationToken) is null)
            return (null, "not measured: Node.js is not installed");
        foreach (var package in packages)
            if (!await HasAsync(package, cancellationToken))
                return (null, $"not measured: npm could not install {package}");
        // a script finds its packages from where it lies
        var place = Path.Combine(Folder, script);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Peers", script), place, overwrite: true);
        return await Tool.RunAsync("node", [place, .. arguments], cancellationToken) is { } output ? (output, "") : (null, $"not measured: {script} failed");
    }

    private static async Task<bool> HasAsync(string package, CancellationToken cancellationToken)
    {
        var version = package.LastIndexOf('@');
        var manifest = Path.Combine(Folder, "node_modules", package[..version], "package.json");
        if (File.Exists(manifest) && (await File.ReadAllTextAsync(manifest, cancellationToken)).Contains($"\"version\": \"{package[(version + 1)..]}\"", StringComparison.Ordinal))
            return true;
        Directory.CreateDirectory(Folder);
        return await Tool.RunAsync("npm", ["install", "--prefix", Folder, "--save-exact", "--no-audit", "--no-fund", "--ignore-scripts", package], cancellationToken) is not null;
    }
}
