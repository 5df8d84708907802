using System.Security.Cryptography;
using System.Text;

namespace EngageBot.Library.Editing;

/// <summary>What a file holds, and the mark by which a later look tells whether it still does.</summary>
public sealed record FileText(string Text, string Mark)
{
    public static string MarkOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>The text without the marks that some editors put before it, with plain line ends.</summary>
    public static FileText Of(byte[] content) =>
        new(Encoding.UTF8.GetString(content).TrimStart('\uFEFF').ReplaceLineEndings("\n"), MarkOf(content));
}
