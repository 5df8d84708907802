using System.Buffers.Binary;
using System.Security.Cryptography;

namespace EngageBot.Language.Encoder;

/// <summary>Reads a file of weights whole and vouches for it.</summary>
internal static class WeightsFile
{
    /// <exception cref="WeightsException">It is missing, cut off, damaged or of another version.</exception>
    public static AlignedMemory Read(string path)
    {
        try
        {
            using var file = File.OpenHandle(path);
            var memory = new AlignedMemory((int)Math.Min(RandomAccess.GetLength(file), int.MaxValue / 2));
            var read = 0;
            while (read < memory.Length && RandomAccess.Read(file, memory.Bytes[read..], read) is > 0 and var more)
                read += more;
            if (FaultOf(memory.Bytes[..read]) is { } fault)
                throw new WeightsException(path, fault);
            return memory;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new WeightsException(path, "are missing", missing);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new WeightsException(path, $"cannot be read: {unreadable.Message.TrimEnd('.')}", unreadable);
        }
    }

    private static string? FaultOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < WeightsFormat.HeaderLength || !bytes.StartsWith(WeightsFormat.Magic))
            return "are no file of weights";
        if (BinaryPrimitives.ReadInt32LittleEndian(bytes[WeightsFormat.Magic.Length..]) is not WeightsFormat.Version and var version)
            return $"are of version {version}, and this program reads version {WeightsFormat.Version}";
        var rest = bytes[WeightsFormat.HeaderLength..];
        if (BinaryPrimitives.ReadInt32LittleEndian(bytes[WeightsFormat.LengthAt..]) is var length && length != rest.Length)
            return length > rest.Length ? "are cut off" : "are not as long as they say";
        var checksum = bytes.Slice(WeightsFormat.ChecksumAt, SHA256.HashSizeInBytes);
        return SHA256.HashData(rest).AsSpan().SequenceEqual(checksum) ? null : "are damaged: their checksum is another";
    }
}
