using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace EngageBot.People;

/// <summary>Random keys for links and tokens. They are shown once; only their hash is stored.</summary>
internal static class Secret
{
    /// <summary>256 random bits, safe in a URL.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>SHA-256 is enough: nobody can guess through 256 random bits, however fast the hash.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
