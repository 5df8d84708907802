using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EngageBot.Tests.Sandbox;

/// <summary>Signs requests as RFC 5849 says, written apart from both programs so that it can judge them.</summary>
internal sealed record OAuth1Signer(string ConsumerKey, string ConsumerSecret, string Token, string TokenSecret)
{
    public string Header(string method, Uri url, long timestamp, string nonce)
    {
        var own = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["oauth_consumer_key"] = ConsumerKey,
            ["oauth_nonce"] = nonce,
            ["oauth_signature_method"] = "HMAC-SHA1",
            ["oauth_timestamp"] = timestamp.ToString(CultureInfo.InvariantCulture),
            ["oauth_token"] = Token,
            ["oauth_version"] = "1.0",
        };
        own["oauth_signature"] = Sign(method, url, own);
        return "OAuth " + string.Join(", ", own.Select(pair => $"{pair.Key}=\"{Encode(pair.Value)}\""));
    }

    private string Sign(string method, Uri url, IEnumerable<KeyValuePair<string, string>> own)
    {
        var fromQuery = url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .Select(part => KeyValuePair.Create(Uri.UnescapeDataString(part[0]), Uri.UnescapeDataString(part.ElementAtOrDefault(1) ?? "")));
        var encoded = own.Concat(fromQuery)
            .Select(pair => Encode(pair.Key) + "=" + Encode(pair.Value))
            .Order(StringComparer.Ordinal);
        var baseString = $"{method}&{Encode(url.GetLeftPart(UriPartial.Path))}&{Encode(string.Join('&', encoded))}";
#pragma warning disable CA5350 // The algorithm is the protocol's choice.
        return Convert.ToBase64String(HMACSHA1.HashData(
            Encoding.ASCII.GetBytes($"{Encode(ConsumerSecret)}&{Encode(TokenSecret)}"), Encoding.ASCII.GetBytes(baseString)));
#pragma warning restore CA5350
    }

    private static string Encode(string text)
    {
        var encoded = new StringBuilder();
        foreach (var octet in Encoding.UTF8.GetBytes(text))
            if (char.IsAsciiLetterOrDigit((char)octet) || "-._~".Contains((char)octet))
                encoded.Append((char)octet);
            else
                encoded.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
        return encoded.ToString();
    }
}
