using System.Text.Json;

namespace EngageBot.Networks.X.Tokens;

/// <summary>One small file for each account, readable by the owner alone.</summary>
internal sealed class FileTokenStore(string directory) : IXTokenStore
{
    private const int MostTries = 600;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public async Task<XTokens?> LoadAsync(string key, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        if (!File.Exists(path))
            return null;
        await using var file = File.OpenRead(path);
        try
        {
            return await JsonSerializer.DeserializeAsync<XTokens>(file, cancellationToken: cancellationToken);
        }
        catch (JsonException)
        {
            throw new IOException($"{path} holds no tokens; delete it to begin again with the configured ones");
        }
    }

    public async Task<IAsyncDisposable?> HoldAsync(string key, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(directory);
        // The system takes an open file from whoever dies; it stays when nobody has it open, since deleting it could split those who wait.
        for (var tries = 0; tries < MostTries; tries++)
        {
            try
            {
                return new FileStream(PathOf(key) + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(PathOf(key) + ".lock"))
            {
                await Task.Delay(Pause, TimeProvider.System, cancellationToken);
            }
        }
        return null;
    }

    public async Task SaveAsync(string key, XTokens tokens, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(directory);
        var path = PathOf(key);
        var draft = path + ".new";
        File.Delete(draft);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.WriteThrough };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var file = new FileStream(draft, options))
        {
            await JsonSerializer.SerializeAsync(file, tokens, cancellationToken: cancellationToken);
            await file.FlushAsync(cancellationToken);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }

    private string PathOf(string key) => Path.Combine(directory, $"x-tokens-{key}.json");
}
