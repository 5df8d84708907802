using EngageBot.Sandbox.Hosting;

namespace EngageBot.Benchmarks.Line;

/// <summary>A temporary folder in which the program keeps everything, and the settings that point it there and to the sandbox.</summary>
internal sealed class Workplace(SandboxHost sandbox) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("engagebot-line-");

    public string Folder => folder.FullName;

    public string Database => Path.Combine(Folder, "line.db");

    public IReadOnlyList<string> Settings =>
    [
        "--urls=http://127.0.0.1:0",
        $"--Storage:ConnectionString=Data Source={Database}",
        $"--Library:Path={Sources.Prompts}",
        $"--X:BaseUrl={sandbox.BaseUri.AbsoluteUri.TrimEnd('/')}",
        $"--X:ConsumerKey={sandbox.Keys.ConsumerKey}",
        $"--X:ConsumerSecret={sandbox.Keys.ConsumerSecret}",
        $"--X:AccessToken={sandbox.Keys.AccessToken}",
        $"--X:AccessTokenSecret={sandbox.Keys.AccessTokenSecret}",
    ];

    public void Dispose() => folder.Delete(recursive: true);
}
