using System.Text.Json;
using System.Text.Json.Serialization;

namespace EngageBot.Sandbox.Square;

/// <summary>
/// Keeps the square in a file, one JSON object a line, so that the next start finds the same users, posts and ids.
/// A line is written with one system call: a process that is killed leaves at most its last line broken.
/// </summary>
internal sealed class Chronicle : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };
    private readonly FileStream file;

    /// <summary>Throws <see cref="IOException"/> while another sandbox uses the file.</summary>
    public Chronicle(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            Directory.CreateDirectory(folder);
        file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        Entries = Read();
        file.Seek(0, SeekOrigin.End);
    }

    /// <summary>What was written before this start, oldest first.</summary>
    public IReadOnlyList<ChronicleEntry> Entries { get; private set; }

    /// <summary>Lets go of the old entries once they live in the square.</summary>
    public void Forget() => Entries = [];

    public void Write(User user) => Write(new ChronicleEntry { User = user.Id, Handle = user.Handle, Name = user.Name });

    public void Write(Post post, NewPost wanted) => Write(new ChronicleEntry
    {
        Post = post.Id,
        Handle = post.Author.Handle,
        Text = wanted.Text,
        InReplyTo = wanted.InReplyTo?.Id ?? 0,
        Quoted = wanted.Quoted?.Id ?? 0,
        Edits = wanted.Edits?.Id ?? 0,
        Language = wanted.Language,
        Label = wanted.Label,
        Pictures = wanted.Pictures.Count == 0 ? null : wanted.Pictures,
    });

    public void WriteDeletion(long id) => Write(new ChronicleEntry { Deleted = id });

    public void Dispose() => file.Dispose();

    private void Write(ChronicleEntry entry) => file.Write([.. JsonSerializer.SerializeToUtf8Bytes(entry, Json), (byte)'\n']);

    private List<ChronicleEntry> Read()
    {
        var entries = new List<ChronicleEntry>();
        var whole = 0L;
        using var reader = new StreamReader(file, leaveOpen: true);
        while (reader.ReadLine() is { } line)
        {
            if (EntryOf(line) is not { } entry)
                break;
            entries.Add(entry);
            whole += System.Text.Encoding.UTF8.GetByteCount(line) + 1;
        }
        file.SetLength(Math.Min(whole, file.Length));
        return entries;
    }

    /// <summary>Null for a line that a killed process left unfinished.</summary>
    private static ChronicleEntry? EntryOf(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<ChronicleEntry>(line, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>One line: a user, a post or a deletion; ids of what is absent are 0.</summary>
internal sealed record ChronicleEntry
{
    public long User { get; init; }

    public long Post { get; init; }

    public long Deleted { get; init; }

    public string Handle { get; init; } = "";

    public string? Name { get; init; }

    public string? Text { get; init; }

    public long InReplyTo { get; init; }

    public long Quoted { get; init; }

    public long Edits { get; init; }

    public string? Language { get; init; }

    public string? Label { get; init; }

    public IReadOnlyList<Picture>? Pictures { get; init; }
}
