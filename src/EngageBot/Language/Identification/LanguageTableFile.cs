using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace EngageBot.Language.Identification;

/// <summary>The table of languages as one file, little-endian: a mark, a checksum, then the languages, the offsets and the records.</summary>
internal static class LanguageTableFile
{
    private static readonly byte[] Mark = "EBLANGS1"u8.ToArray();

    /// <summary>The table that lies beside the program.</summary>
    public static string Shipped { get; } = Path.Combine(AppContext.BaseDirectory, "Language", "Identification", "Weights", "languages.bin");

    /// <exception cref="LanguagesException">The file is missing, damaged or of another version.</exception>
    public static LanguageTable Read(string path)
    {
        using var file = Open(path);
        using var reader = new BinaryReader(file);
        if (file.Length < Mark.Length + SHA256.HashSizeInBytes || !reader.ReadBytes(Mark.Length).AsSpan().SequenceEqual(Mark))
            throw new LanguagesException(path, "is of another kind or version");
        var checksum = reader.ReadBytes(SHA256.HashSizeInBytes);
        if (!SHA256.HashData(file).AsSpan().SequenceEqual(checksum))
            throw new LanguagesException(path, "is damaged: its checksum is another");
        file.Position = Mark.Length + SHA256.HashSizeInBytes;
        var languages = new TableLanguage[reader.ReadByte()];
        for (var index = 0; index < languages.Length; index++)
            languages[index] = new TableLanguage(Encoding.ASCII.GetString(reader.ReadBytes(2)), (WritingSystem)reader.ReadByte(), reader.ReadSByte());
        var (offsets, records) = (new int[(1 << LanguageTable.BucketBits) + 1], new byte[reader.ReadInt32()]);
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(offsets.AsSpan()));
        reader.BaseStream.ReadExactly(records);
        return new LanguageTable(languages, offsets, records);
    }

    public static void Write(LanguageTable table, string path)
    {
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, Encoding.ASCII, leaveOpen: true))
        {
            writer.Write((byte)table.Languages.Count);
            foreach (var language in table.Languages)
            {
                writer.Write(Encoding.ASCII.GetBytes(language.Code));
                writer.Write((byte)language.System);
                writer.Write(language.Head);
            }
            writer.Write(table.Records.Length);
            writer.Write(MemoryMarshal.AsBytes(table.Offsets.AsSpan()));
            writer.Write(table.Records);
        }
        using var file = File.Create(path);
        file.Write(Mark);
        file.Write(SHA256.HashData(content.ToArray()));
        content.WriteTo(file);
    }

    private static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new LanguagesException(path, "is missing", missing);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new LanguagesException(path, $"cannot be read: {trouble.Message.TrimEnd('.')}", trouble);
        }
    }
}
