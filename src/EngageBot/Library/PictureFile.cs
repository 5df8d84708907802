using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace EngageBot.Library;

/// <summary>A picture as it lies in <c>backstage/pictures</c>.</summary>
internal sealed partial record PictureFile(string Hash, string MediaType, byte[] Bytes)
{
    /// <summary>X counts so many characters of a description.</summary>
    public const int LongestAltText = 1000;

    /// <summary>A picture beside a reply needs no more, and must pass through every proxy on its way.</summary>
    public const int Largest = 1024 * 1024;

    public static bool IsName(string name) => Plain().IsMatch(name);

    /// <summary>Throws <see cref="BrokenFileException"/> for what is no picture or too large.</summary>
    public static PictureFile Read(FileInfo file) => file.Length <= Largest
        ? Of(File.ReadAllBytes(file.FullName))
        : throw new BrokenFileException(1, $"The picture has {file.Length / 1024} kB; {Largest / 1024} kB are allowed.");

    private static PictureFile Of(byte[] bytes) =>
        new(Convert.ToHexStringLower(SHA256.HashData(bytes)), KindOf(bytes) ?? throw new BrokenFileException(1, "The file is no PNG, JPEG or WebP picture."), bytes);

    private static string? KindOf(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 8 && bytes[0] == 0x89 && bytes[1..8].SequenceEqual("PNG\r\n\u001a\n"u8) ? "image/png"
        : bytes.Length > 3 && bytes[0] == 0xFF && bytes[1] == 0xD8 && bytes[2] == 0xFF ? "image/jpeg"
        : bytes.Length > 12 && bytes[..4].SequenceEqual("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8) ? "image/webp"
        : null;

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_-]{0,60}\.(png|jpe?g|webp)\z")]
    private static partial Regex Plain();
}
